import { headerOf, headersOf } from '@gatehouse/contract-text';
import { contextVariable, type Exchange, type RestRoute, type StageRoute } from '@gatehouse/data-exchange';
import type { MappingSources, ParameterPlace, Reader } from '@gatehouse/engine-mapping';
import type { TemplateScope } from '@gatehouse/engine-vtl';

/** The last value of a query parameter, as single-value maps keep it; null when it is absent. */
export function queryValue(x: Exchange, name: string): string | null {
  let found: string | null = null;
  for (const pair of x.query) if (pair[0] === name) found = pair[1];
  return found;
}

const queryValues = (x: Exchange, name: string): readonly string[] => x.query.filter(pair => pair[0] === name).map(pair => pair[1]);
const someOrNull = (values: readonly string[]): readonly string[] | null => (values.length === 0 ? null : values);

const stageVariableOf = (route: StageRoute) => (name: string): string | null => (Object.hasOwn(route.stage.variables, name) ? (route.stage.variables[name] ?? null) : null);
const textOf = (body: Buffer | null): string => body?.toString('utf8') ?? '';

const REQUEST_READERS: Readonly<Record<ParameterPlace, (name: string) => Reader<Exchange>>> = {
  path: name => x => x.pathValue(name),
  querystring: name => x => queryValue(x, name),
  multivaluequerystring: name => x => someOrNull(queryValues(x, name)),
  header: name => x => headerOf(x.inbound.headers, name.toLowerCase()),
  multivalueheader: name => x => someOrNull(headersOf(x.inbound.headers, name.toLowerCase())),
};

const RESPONSE_READERS: Readonly<Partial<Record<ParameterPlace, (name: string) => Reader<Exchange>>>> = {
  header: name => x => (x.integrationResponse === null ? null : headerOf(x.integrationResponse.headers, name.toLowerCase())),
  multivalueheader: name => x => (x.integrationResponse === null ? null : someOrNull(headersOf(x.integrationResponse.headers, name.toLowerCase()))),
};

/** What `method.request.*` mappings of a route read. */
export const requestSources = (route: StageRoute): MappingSources<Exchange> => ({
  subject: 'method.request',
  parameter: (place, name) => REQUEST_READERS[place](name),
  json: x => x.requestJson,
  text: x => textOf(x.requestBody),
  stageVariable: stageVariableOf(route),
  context: contextVariable,
});

/** What `integration.response.*` mappings of a route read. */
export const responseSources = (route: StageRoute): MappingSources<Exchange> => ({
  subject: 'integration.response',
  parameter: (place, name) => RESPONSE_READERS[place]?.(name) ?? null,
  json: x => x.responseJson,
  text: x => textOf(x.responseBody),
  stageVariable: stageVariableOf(route),
  context: contextVariable,
});

/** `$input.params(x)` looks into the path, then the query, then the headers. */
const param = (x: Exchange, name: string): string | null => x.pathValue(name) ?? queryValue(x, name) ?? headerOf(x.inbound.headers, name.toLowerCase());

/** What a request template sees. */
export const requestScope = (route: RestRoute): TemplateScope<Exchange> => ({
  context: contextVariable, stageVariable: stageVariableOf(route), param, body: x => textOf(x.requestBody), json: x => x.requestJson,
});
/** What a response template sees: parameters are still the request's, the body is the backend's. */
export const responseScope = (route: RestRoute): TemplateScope<Exchange> => ({
  context: contextVariable, stageVariable: stageVariableOf(route), param, body: x => textOf(x.responseBody), json: x => x.responseJson,
});
