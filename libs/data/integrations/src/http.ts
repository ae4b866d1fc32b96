import { headerOf } from '@gatehouse/contract-text';
import { traceIdFor, type ByteStream, type Exchange, type RestRoute, type Run, type VpcLinks } from '@gatehouse/data-exchange';
import { compileRequestMappings } from '@gatehouse/engine-mapping';
import type { Template } from '@gatehouse/engine-vtl';
import { assertMappable, mappedLines } from './header-lines.js';
import { assertNoConversion, buildable, integrationOf, type IntegrationKind } from './integration-kind.js';
import { invokeUpstream } from './invoke.js';
import { requestTemplates } from './request-template.js';
import { mappedResponse } from './response-mapping.js';
import { requestSources } from './sources.js';
import { compileTarget } from './target.js';
import { readRequestBody } from './whole-body.js';

const BODYLESS = new Set(['GET', 'HEAD']);

/** A backend that sees only what was mapped for it, and whose answer is chosen from the integration responses. */
export const http: IntegrationKind = {
  mapRequest: (route, { vpcLinks }) => buildRequest(route, vpcLinks),
  invoke: (_route, ports) => invokeUpstream(ports),
  mapResponse: route => mappedResponse(route, x => String(x.integrationResponse?.status ?? 0)),
};

function buildRequest(route: RestRoute, vpcLinks: VpcLinks): Run {
  const integration = integrationOf(route);
  assertNoConversion(route, integration.contentHandling);
  const mappings = buildable(() => compileRequestMappings(integration.requestParameters, requestSources(route)));
  assertMappable(mappings.header);
  const choose = requestTemplates(route);
  const { origin, render } = compileTarget(route, mappings, false, vpcLinks);
  const { timeoutInMillis: timeoutMs, httpMethod } = integration;
  const mapped = new Set(mappings.header.map(({ name }) => name.toLowerCase()));
  const fixed = fixedLines(route.api.restApiId, mapped);
  const send = (x: Exchange, template: Template<Exchange> | null): void => {
    const method = httpMethod === null || httpMethod === 'ANY' ? x.inbound.method : httpMethod;
    const body = BODYLESS.has(method) ? null : bodyOf(x, template);
    x.traceId = traceIdFor(headerOf(x.inbound.headers, 'x-amzn-trace-id'), x.requestId, x.startedEpochMs);
    const type = body === null || mapped.has('content-type') ? '' : `Content-Type: ${headerOf(x.inbound.headers, 'content-type') ?? 'application/json'}\r\n`;
    const head = `${mappedLines(mappings.header, x)}${type}X-Amzn-Trace-Id: ${x.traceId}\r\n${fixed}`;
    x.integrationRequest = { origin: origin(), method, target: render(x), head, body, timeoutMs };
  };
  return x => {
    const template = choose(x);
    const pending = mappings.needsBody || (template !== null && template.readsBody) ? readRequestBody(x) : undefined;
    return pending === undefined ? send(x, template) : pending.then(() => send(x, template));
  };
}

function bodyOf(x: Exchange, template: Template<Exchange> | null): ByteStream | Buffer | null {
  if (template !== null) return Buffer.from(template.render(x), 'utf8');
  return x.requestBody ?? x.inbound.body;
}

function fixedLines(restApiId: string, mapped: ReadonlySet<string>): string {
  const accept = mapped.has('accept') ? '' : 'Accept: application/json\r\n';
  const agent = mapped.has('user-agent') ? '' : `User-Agent: AmazonAPIGateway_${restApiId}\r\n`;
  return `${accept}${agent}X-Amzn-Apigateway-Api-Id: ${restApiId}\r\n`;
}
