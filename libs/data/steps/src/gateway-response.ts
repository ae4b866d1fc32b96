import { firstMimeOf, headerOf, isHeaderValue, toHeaderValue } from '@gatehouse/contract-text';
import type { GatewayResponseSnapshot } from '@gatehouse/contract-snapshot';
import { contextVariable, NOWHERE, type Answer, type Exchange, type FaultRow, type GatewayFault, type StageRoute, type Step } from '@gatehouse/data-exchange';
import { requestSources } from '@gatehouse/data-integrations';
import { compileFormat, escapeForLog } from '@gatehouse/engine-logformat';
import { compileExpression, compileHeaderMappings, type Mapping } from '@gatehouse/engine-mapping';

interface Custom {
  readonly status: number | null;
  readonly headers: readonly Mapping<Exchange>[];
  readonly templates: ReadonlyMap<string, (x: Exchange) => string>;
}

/** AWS lets nobody customise this one. */
const FIXED = 'REQUEST_TOO_LARGE';
const QUOTED = new Set(['context.error.messageString']);

/** Writes a fault as the API's gateway response for its type, else for its class (DEFAULT_4XX, DEFAULT_5XX), else as AWS does unasked. */
export const gatewayResponse: Step<StageRoute> = {
  name: 'gatewayResponse',
  build(route, { diagnostics }) {
    const customs = new Map(Object.entries(route.api.gatewayResponses).map(([type, response]) => [type, compileCustom(response, route)]));
    return x => {
      const { fault } = x;
      if (fault === null) throw new Error('gatewayResponse runs on a fault');
      // A client that left made its own fault: nobody has to know.
      if (fault.row.status >= 500 && !x.isAborted) diagnostics.fault(fault, x);
      const custom = customFor(fault.row, customs);
      x.answer = custom === null ? plain(fault, fault.row.status) : customised(fault, custom, x);
    };
  },
};

function customFor(row: FaultRow, customs: ReadonlyMap<string, Custom>): Custom | null {
  if (customs.size === 0 || row.type === FIXED || row === NOWHERE) return null;
  return customs.get(row.type) ?? customs.get(row.status >= 500 ? 'DEFAULT_5XX' : 'DEFAULT_4XX') ?? null;
}

const plain = ({ row, shown }: GatewayFault, status: number): Answer => ({
  status, headers: ['Content-Type', 'application/json', 'x-amzn-ErrorType', row.errorType], body: row.body(JSON.stringify(shown)),
});

function customised(fault: GatewayFault, { status, headers, templates }: Custom, x: Exchange): Answer {
  const answer = plain(fault, status ?? fault.row.status);
  const [type, render] = templateFor(x, templates);
  // The template sees the status that it goes out with.
  x.answer = answer;
  if (render !== null) {
    answer.headers[1] = type;
    answer.body = render(x);
  }
  for (const { name, read } of headers) {
    const value = read(x);
    const text = value === null ? null : toHeaderValue(typeof value === 'string' ? value : value.join(','));
    // A refusal must go out whatever the caller sent: a value that could split the head is left out.
    if (text === null || !isHeaderValue(text)) continue;
    if (name.toLowerCase() === 'content-type') answer.headers.splice(0, 2);
    answer.headers.push(name, text);
  }
  return answer;
}

function templateFor(x: Exchange, templates: Custom['templates']): readonly [type: string, render: ((x: Exchange) => string) | null] {
  const accept = firstMimeOf(headerOf(x.inbound.headers, 'accept'));
  for (const type of [accept, 'application/json', templates.keys().next().value]) {
    const render = type === null || type === undefined ? undefined : templates.get(type);
    if (type && render !== undefined) return [type, render];
  }
  return ['application/json', null];
}

function compileCustom({ statusCode, responseParameters, responseTemplates }: GatewayResponseSnapshot, route: StageRoute): Custom {
  for (const type of Object.keys(responseTemplates)) if (!isHeaderValue(type)) throw new Error('a gateway response is filed under a type that no header could carry');
  return {
    status: statusCode === null ? null : Number(statusCode),
    headers: compileHeaderMappings('gatewayresponse', responseParameters, requestSources(route)),
    templates: new Map(Object.entries(responseTemplates).map(([mime, text]) => [mime.toLowerCase(), compileSubstitution(text, mime, route)])),
  };
}

/** Not VTL: plain substitution. Values are escaped where the template is JSON, so a caller's text cannot add members to it. */
function compileSubstitution(text: string, mime: string, route: StageRoute): (x: Exchange) => string {
  const sources = requestSources(route);
  const isJson = /[/+]json$/.test(mime.toLowerCase());
  return compileFormat<Exchange>(text, {
    missing: '',
    quoted: QUOTED,
    escape: isJson ? escapeForLog : value => value,
    variable: name => {
      if (name.startsWith('context.')) return contextVariable(name.slice(8));
      if (!name.startsWith('stageVariables.') && !name.startsWith('method.request.')) return null;
      const { read, needsBody } = compileExpression(name, sources);
      return needsBody ? null : x => { const value = read(x); return typeof value === 'string' || value === null ? value : value.join(','); };
    },
  });
}
