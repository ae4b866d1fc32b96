import { type MethodDefinition, type MethodFields, type MethodResponseFields, type RestApiDefinition } from '@gatehouse/contract-definition';
import { type IntegrationResponseRow, type IntegrationRow, type MethodResponseRow, type MethodRow, type ResourceRow } from '@gatehouse/control-store';
import { needsAuthorizer, serves } from '../authorizers/hold-authorizer.js';
import { checkIntegrationResponse } from '../integration-responses/integration-response.rules.js';
import { checkIntegration } from '../integrations/integration.rules.js';
import { checkMethodResponse } from '../method-responses/method-response.rules.js';
import { checkMethod } from '../methods/method.rules.js';
import { noSuchAuthorizer, noSuchValidator } from '../methods/methods.faults.js';
import { noSuchLink } from '../vpc-links/find-vpc-link.js';
import { type Findings } from './findings.js';
import { type VersionedRow } from './insert-rows.js';
import { vpcLinkOf } from './known-vpc-links.js';
import { type ApiKeyColumns } from './plan-parts.js';

/** The rows of all methods that a document brings. */
export interface MethodRows {
  readonly methods: VersionedRow<MethodRow>[];
  readonly methodResponses: VersionedRow<MethodResponseRow>[];
  readonly integrations: VersionedRow<IntegrationRow>[];
  readonly integrationResponses: VersionedRow<IntegrationResponseRow>[];
}

/** What methods may refer to by name once the import is written. */
export interface Referable {
  readonly authorizers: ReadonlyMap<string, { readonly id: string; readonly type: 'TOKEN' | 'REQUEST' | 'COGNITO_USER_POOLS' }>;
  readonly requestValidators: ReadonlyMap<string, string>;
  readonly models: ReadonlySet<string>;
  readonly vpcLinks: ReadonlySet<string>;
}

/** Plans the methods, each through the rules of the single operations. */
export function planMethods(
  { resources }: RestApiDefinition, byPath: ReadonlyMap<string, ResourceRow>, referable: Referable, key: ApiKeyColumns, version: number, findings: Findings,
): MethodRows {
  const rows: MethodRows = { methods: [], methodResponses: [], integrations: [], integrationResponses: [] };
  for (const { path, methods } of resources) {
    for (const method of methods) {
      const resourceId = byPath.get(path)!.id;
      const place = { ...key, resourceId, httpMethod: method.httpMethod, version };
      planMethod(method, place, `'${method.httpMethod}' for resource at path '${path}'`, `'${method.httpMethod}' on resource at path '${path}'`, { rows, referable, findings });
    }
  }
  return rows;
}

type Place = ApiKeyColumns & { readonly resourceId: string; readonly httpMethod: string; readonly version: number };
interface Planning { readonly rows: MethodRows; readonly referable: Referable; readonly findings: Findings }

function planMethod(method: MethodDefinition, place: Place, where: string, whereMethod: string, { rows, referable, findings }: Planning): void {
  const fields = withIds(method.fields, referable, reason => { findings.add(`Unable to put method ${whereMethod}`, reason); });
  const holdModels = (doing: string, models: Readonly<Record<string, string>>): void => {
    for (const name of new Set(Object.values(models))) if (!referable.models.has(name)) findings.add(doing, `Invalid model identifier specified: ${name}`);
  };
  findings.attempt(`Unable to put method ${whereMethod}`, () => { checkMethod(fields); });
  holdModels(`Unable to put method ${whereMethod}`, fields.requestModels);
  rows.methods.push({ ...place, fields });
  const responses = declared(method);
  for (const [statusCode, response] of responses) {
    const doing = `Unable to put method response '${statusCode}' on ${where}`;
    findings.attempt(doing, () => { checkMethodResponse(response); });
    holdModels(doing, response.responseModels);
    rows.methodResponses.push({ ...place, statusCode, fields: response });
  }
  const { integration } = method;
  if (!integration) return;
  const own = { ...integration.fields, cacheNamespace: integration.fields.cacheNamespace ?? place.resourceId };
  findings.attempt(`Unable to put integration on ${where}`, () => {
    checkIntegration(own, fields);
    const link = vpcLinkOf(own);
    if (link !== null && !referable.vpcLinks.has(link)) throw noSuchLink();
  });
  rows.integrations.push({ ...place, fields: own });
  for (const { statusCode, fields: response } of integration.integrationResponses) {
    findings.attempt(`Unable to put integration response on ${where}`, () => { checkIntegrationResponse(response, responses.get(statusCode)!); });
    rows.integrationResponses.push({ ...place, statusCode, fields: response });
  }
}

/** What the method declares, and what its integration answers without being declared: AWS's own samples have integrations that answer an undeclared 200. */
function declared({ methodResponses, integration }: MethodDefinition): ReadonlyMap<string, MethodResponseFields> {
  const responses = new Map(methodResponses.map(({ statusCode, fields }) => [statusCode, fields]));
  for (const { statusCode } of integration?.integrationResponses ?? []) {
    if (!responses.has(statusCode)) responses.set(statusCode, { responseParameters: {}, responseModels: {} });
  }
  return responses;
}

/** Names become ids. */
function withIds(
  { authorizer, requestValidator, ...fields }: MethodDefinition['fields'], { authorizers, requestValidators }: Referable, refuse: (reason: string) => void,
): MethodFields {
  const found = authorizers.get(authorizer ?? '');
  const isServed = found !== undefined && serves(found.type, fields.authorizationType);
  if (needsAuthorizer(fields.authorizationType) && !isServed) refuse(noSuchAuthorizer().message);
  const validatorId = requestValidator === null ? null : (requestValidators.get(requestValidator) ?? null);
  if (requestValidator !== null && validatorId === null) refuse(noSuchValidator().message);
  return { ...fields, authorizerId: isServed ? found.id : null, requestValidatorId: validatorId };
}
