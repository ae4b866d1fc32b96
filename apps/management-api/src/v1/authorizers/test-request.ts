import { type TestInvokeAuthorizerRequest } from '@gatehouse/contract-wire';
import { parseQuery, type QueryPair } from '@gatehouse/contract-text';
import { checkHeader } from '../header-rules.js';

/** The request of a test invocation, read once. Header names are in lower case; each has all its values. */
export interface TestRequest {
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly path: string;
  readonly query: readonly QueryPair[];
  readonly stageVariables: ReadonlyMap<string, string>;
  /** `$context` values that the caller made up, by name without `context.`. */
  readonly context: ReadonlyMap<string, string>;
  readonly body: string | null;
}

/** Reads what a caller made up, and refuses headers that no request could carry. A header given both ways has the values of `multiValueHeaders`. */
export function readTestRequest(given: TestInvokeAuthorizerRequest): TestRequest {
  const { headers = {}, multiValueHeaders = {}, pathWithQueryString = '/', stageVariables = {}, additionalContext = {}, body } = given;
  const [path = '', ...query] = pathWithQueryString.split('?');
  for (const [name, values] of [...Object.entries(headers).map(([name, value]) => [name, [value]] as const), ...Object.entries(multiValueHeaders)]) for (const value of values) checkHeader(name, value);
  const single = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value]] as const);
  const multiple = Object.entries(multiValueHeaders).map(([name, values]) => [name.toLowerCase(), values] as const);
  return {
    headers: new Map<string, readonly string[]>([...single, ...multiple]),
    path: path || '/',
    query: parseQuery(query.join('?')),
    stageVariables: new Map(Object.entries(stageVariables)),
    context: new Map(Object.entries(additionalContext).map(([name, value]) => [name.replace(/^context\./, ''), value])),
    body: body ?? null,
  };
}

const READERS: readonly (readonly [prefix: string, read: (request: TestRequest, name: string) => string | undefined])[] = [
  ['method.request.header.', (request, name) => request.headers.get(name.toLowerCase())?.at(-1)],
  ['method.request.querystring.', (request, name) => request.query.findLast(pair => pair[0] === name)?.[1]],
  ['stageVariables.', (request, name) => request.stageVariables.get(name)],
  ['context.', (request, name) => request.context.get(name)],
];

/** The value of one identity source, or null when it is missing or empty. */
export function identityValue(request: TestRequest, source: string): string | null {
  const [prefix = '', read] = READERS.find(([each]) => source.startsWith(each)) ?? [];
  return read?.(request, source.slice(prefix.length)) || null;
}
