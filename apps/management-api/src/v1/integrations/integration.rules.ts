import { parseArn } from '@gatehouse/contract-primitives';
import { compileUri, InvalidMapping } from '@gatehouse/engine-mapping';
import { type IntegrationFields, type MethodFields } from '@gatehouse/contract-definition';
import { checkHttpMethod } from '../http-methods.js';
import { badMapping, checkMediaTypes, checkRequestMappings } from '../mapping-rules.js';
import { checkLengths, checkTemplates } from '../text-rules.js';
import * as faults from './integrations.faults.js';

const MAX_BUFFERED_MS = 29_000;
const MAX_STREAM_MS = 900_000;
const PASSTHROUGH: readonly string[] = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'];

/** What must hold of an integration after a put or a patch, against the method that it serves. */
export function checkIntegration(fields: IntegrationFields, method: MethodFields): void {
  const { type, httpMethod, passthroughBehavior, timeoutInMillis, responseTransferMode, connectionId, requestParameters, requestTemplates } = fields;
  if (type !== 'MOCK' || httpMethod !== null) checkHttpMethod(httpMethod ?? '');
  checkLengths({ 'URI': fields.uri, 'credentials': fields.credentials, 'cache namespace': fields.cacheNamespace, 'connection identifier': connectionId });
  CHECK_URI[type](fields.uri ?? '');
  if (!PASSTHROUGH.includes(passthroughBehavior)) throw faults.badPassthrough();
  const isStream = responseTransferMode === 'STREAM';
  if (isStream && type !== 'HTTP_PROXY' && type !== 'AWS_PROXY') throw faults.streamNeedsProxy();
  const maxMs = isStream ? MAX_STREAM_MS : MAX_BUFFERED_MS;
  if (timeoutInMillis < 50 || timeoutInMillis > maxMs) throw faults.badTimeout(maxMs);
  checkRequestMappings(requestParameters, method.requestParameters);
  checkMediaTypes(requestTemplates);
  checkTemplates(requestTemplates);
  for (const key of fields.cacheKeyParameters) {
    if (!Object.hasOwn(method.requestParameters, key) && !Object.hasOwn(requestParameters, key)) throw badMapping(`Invalid mapping expression parameter specified: ${key}`);
  }
}

/** What a URI must be, by the integration's type. The gateway reads HTTP addresses with the same reader, stage variables put in. */
const CHECK_URI: Readonly<Record<IntegrationFields['type'], (uri: string) => void>> = {
  HTTP: checkHttpUri,
  HTTP_PROXY: checkHttpUri,
  AWS: uri => void awsTarget(uri),
  AWS_PROXY: uri => { if (!/^(lambda|firehose)$/.test(awsTarget(uri))) throw faults.badProxyTarget(); },
  MOCK: () => undefined,
};

function checkHttpUri(uri: string): void {
  try {
    compileUri(uri, () => '1');
  } catch (error) {
    if (error instanceof InvalidMapping) throw faults.badHttpEndpoint();
    throw error;
  }
}

/** `arn:aws:apigateway:{region}:{service}:{path|action}/...`: the service. A subdomain may stand before it. */
function awsTarget(uri: string): string {
  const arn = parseArn(uri);
  if (!arn || arn.service !== 'apigateway' || !arn.region || !arn.accountId) throw faults.badArn();
  if (!/^(path|action)\/./.test(arn.resource)) throw faults.arnWithoutAction();
  return arn.accountId.split('.').at(-1)!;
}
