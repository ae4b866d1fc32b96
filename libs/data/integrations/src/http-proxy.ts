import { traceIdFor, type Answer, type Exchange, type RestRoute, type Run, type VpcLinks } from '@gatehouse/data-exchange';
import { compileRequestMappings, REMAPPED, REMAPPED_PREFIX, STRIPPED_FROM_CLIENT, DROPPED_BY_HTTP_PROXY, DROPPED_FROM_BACKEND, REAL_CODINGS } from '@gatehouse/engine-mapping';
import { assertMappable, mappedLines } from './header-lines.js';
import { assertNoConversion, buildable, integrationOf, type IntegrationKind } from './integration-kind.js';
import { invokeUpstream } from './invoke.js';
import { NameRules } from './name-rules.js';
import { requestSources } from './sources.js';
import { compileTarget } from './target.js';
import { readRequestBody } from './whole-body.js';

type ToBackend = 'pass' | 'drop' | 'connection' | 'forwardedFor' | 'trace' | 'coding';
const OWN_RULE: Readonly<Record<string, ToBackend>> = { 'connection': 'connection', 'x-forwarded-for': 'forwardedFor', 'x-amzn-trace-id': 'trace', 'content-encoding': 'coding' };
const toBackend = (lower: string): ToBackend => {
  if (Object.hasOwn(OWN_RULE, lower)) return OWN_RULE[lower]!;
  return STRIPPED_FROM_CLIENT.has(lower) || DROPPED_BY_HTTP_PROXY.has(lower) ? 'drop' : 'pass';
};
const TO_BACKEND = new NameRules(toBackend);

type ToClient = 'pass' | 'drop' | 'remap' | 'coding';
const toClient = (lower: string): ToClient => {
  if (lower === 'content-encoding') return 'coding';
  if (REMAPPED.HTTP_PROXY.has(lower)) return 'remap';
  return DROPPED_FROM_BACKEND.has(lower) ? 'drop' : 'pass';
};
const TO_CLIENT = new NameRules(toClient);

/** Passes method, query, headers and body to the backend, and its answer back; mapped parameters are merged in. */
export const httpProxy: IntegrationKind = {
  mapRequest: (route, { vpcLinks }) => buildRequest(route, vpcLinks),
  invoke: (_route, ports) => invokeUpstream(ports),
  mapResponse: () => passResponse,
};

function buildRequest(route: RestRoute, vpcLinks: VpcLinks): Run {
  const integration = integrationOf(route);
  assertNoConversion(route, integration.contentHandling);
  const mappings = buildable(() => compileRequestMappings(integration.requestParameters, requestSources(route)));
  assertMappable(mappings.header);
  const { origin, render } = compileTarget(route, mappings, true, vpcLinks);
  const verb = integration.httpMethod === null || integration.httpMethod === 'ANY' ? null : integration.httpMethod;
  const replaced = new Set(mappings.header.map(({ name }) => name.toLowerCase()));
  const tail = `X-Amzn-Apigateway-Api-Id: ${route.api.restApiId}\r\n`;
  const { timeoutInMillis: timeoutMs } = integration;
  const send = (x: Exchange): void => {
    const method = verb ?? x.inbound.method;
    const head = passedLines(x, replaced) + mappedLines(mappings.header, x) + tail;
    x.integrationRequest = { origin: origin(), method, target: render(x), head, body: x.requestBody ?? x.inbound.body, timeoutMs };
  };
  if (!mappings.needsBody) return send;
  return x => {
    const pending = readRequestBody(x);
    return pending === undefined ? send(x) : pending.then(() => send(x));
  };
}

/**
 * The client's header lines as they came, without what ends here and what a mapping replaces, then where the request came from. A client's
 * own X-Forwarded-For is kept in front, so it is as trustworthy as the client. One pass, because every request pays for it.
 */
function passedLines(x: Exchange, replaced: ReadonlySet<string>): string {
  const { headers, sourceIp, port, scheme } = x.inbound;
  let lines = '', chain = '', trace: string | null = null, nominated: ReadonlySet<string> | null = null;
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i]!, value = headers[i + 1]!;
    switch (TO_BACKEND.of(name)) {
      case 'pass': if (replaced.size === 0 || !replaced.has(name.toLowerCase())) lines += `${name}: ${value}\r\n`; break;
      case 'coding': if (REAL_CODINGS.has(value.toLowerCase()) && !replaced.has('content-encoding')) lines += `${name}: ${value}\r\n`; break;
      case 'connection': nominated = nominatedBy(value, nominated); break;
      case 'forwardedFor': chain += `${value}, `; break;
      case 'trace': trace ??= value; break;
      case 'drop': break;
    }
  }
  x.traceId = traceIdFor(trace, x.requestId, x.startedEpochMs);
  if (nominated !== null) lines = withoutLines(lines, nominated);
  return `${lines}X-Forwarded-For: ${chain}${sourceIp}\r\nX-Forwarded-Port: ${port}\r\nX-Forwarded-Proto: ${scheme}\r\nX-Amzn-Trace-Id: ${x.traceId}\r\n`;
}

/** Headers that a Connection header names belong to this hop; null = it names none. */
function nominatedBy(value: string, before: ReadonlySet<string> | null): ReadonlySet<string> | null {
  const names = value.toLowerCase().split(',').map(token => token.trim()).filter(name => name !== 'keep-alive' && name !== 'close' && name !== '');
  return names.length === 0 ? before : new Set([...(before ?? []), ...names]);
}

const withoutLines = (lines: string, names: ReadonlySet<string>): string =>
  lines.split('\r\n').filter(line => line !== '' && !names.has(line.slice(0, line.indexOf(':')).toLowerCase())).map(line => `${line}\r\n`).join('');

function passResponse(x: Exchange): void {
  const response = x.integrationResponse;
  if (response === null) throw new Error('mapResponse runs after invoke');
  const { headers } = response;
  const out: string[] = [];
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i]!, value = headers[i + 1]!;
    const rule = TO_CLIENT.of(name);
    if (rule === 'pass' || (rule === 'coding' && REAL_CODINGS.has(value.toLowerCase()))) out.push(name, value);
    else if (rule === 'remap') out.push(REMAPPED_PREFIX + name, value);
  }
  const answer: Answer = { status: response.status, headers: out, body: response.body };
  x.answer = answer;
}
