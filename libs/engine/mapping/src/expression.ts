import { compileJsonPath, UnsupportedPath, type JsonPath } from '@gatehouse/contract-text';

/** An expression that cannot be mapped from; the message names it. */
export class InvalidMapping extends Error {}

/** One value, several of the same name, or null when there is none. */
export type Mapped = string | readonly string[] | null;
export type Reader<T> = (x: T) => Mapped;
export type ParameterPlace = 'path' | 'querystring' | 'header' | 'multivaluequerystring' | 'multivalueheader';

/** Where mapped values come from. Every reader is chosen once, when the expression is compiled. */
export interface MappingSources<T> {
  /** `method.request` or `integration.response`: what parameters and body are read from. */
  readonly subject: 'method.request' | 'integration.response';
  parameter(place: ParameterPlace, name: string): Reader<T> | null;
  /** The parsed body, or undefined when it is no JSON. */
  json(x: T): unknown;
  text(x: T): string;
  stageVariable(name: string): string | null;
  context(name: string): Reader<T> | null;
}

/** A compiled expression. `needsBody` = the whole body has to be there before it is read. */
export interface Expression<T> { readonly read: Reader<T>; readonly needsBody: boolean }

const PARAMETER = /^(path|querystring|header|multivaluequerystring|multivalueheader)\.(.+)$/;

/** Reads `method.request.querystring.q`, `integration.response.body.a.b`, `stageVariables.v`, `context.requestId` or `'static'`. */
export function compileExpression<T>(expression: string, sources: MappingSources<T>): Expression<T> {
  const { subject } = sources;
  if (/^'[^]*'$/.test(expression)) return constant(expression.slice(1, -1));
  if (expression.startsWith('stageVariables.')) return constant(sources.stageVariable(expression.slice(15)));
  if (expression.startsWith('context.')) return known(sources.context(expression.slice(8)), expression);
  if (!expression.startsWith(`${subject}.`)) throw new InvalidMapping(`Invalid mapping expression specified: ${expression}`);
  const rest = expression.slice(subject.length + 1);
  if (rest === 'body') return { read: x => sources.text(x), needsBody: true };
  if (rest.startsWith('body.')) return bodyAt(rest.slice(5), sources);
  const [, place, name] = PARAMETER.exec(rest) ?? [];
  if (place === undefined || name === undefined) throw new InvalidMapping(`Invalid mapping expression specified: ${expression}`);
  return known(sources.parameter(place as ParameterPlace, name), expression);
}

const constant = <T>(value: string | null): Expression<T> => ({ read: () => value, needsBody: false });

function known<T>(read: Reader<T> | null, expression: string): Expression<T> {
  if (read === null) throw new InvalidMapping(`Invalid mapping expression parameter specified: ${expression}`);
  return { read, needsBody: false };
}

function bodyAt<T>(path: string, sources: MappingSources<T>): Expression<T> {
  let find: JsonPath;
  try {
    find = compileJsonPath(path.startsWith('$') ? path : path.startsWith('[') ? `$${path}` : `$.${path}`);
  } catch (cause) {
    if (cause instanceof UnsupportedPath) throw new InvalidMapping(cause.message, { cause });
    throw cause;
  }
  return { read: x => asText(find(sources.json(x))), needsBody: true };
}

/** Scalars as they print, anything else as JSON; nothing stays nothing. */
function asText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
