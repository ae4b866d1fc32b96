import { isHeaderName } from '@gatehouse/contract-text';
import { compileExpression, InvalidMapping, type Expression, type MappingSources } from './expression.js';

/** One mapped parameter: where it goes and what it reads. */
export interface Mapping<T> extends Expression<T> { readonly name: string }
/** The request side, by place. */
export interface RequestMappings<T> { readonly path: readonly Mapping<T>[]; readonly querystring: readonly Mapping<T>[]; readonly header: readonly Mapping<T>[]; readonly needsBody: boolean }

const TARGET = /^integration\.request\.(path|querystring|header)\.(.+)$/;

/** `integration.request.{place}.{name}` -> expression, as a method declares them. */
export function compileRequestMappings<T>(parameters: Readonly<Record<string, string>>, sources: MappingSources<T>): RequestMappings<T> {
  const found = { path: [] as Mapping<T>[], querystring: [] as Mapping<T>[], header: [] as Mapping<T>[] };
  for (const [target, expression] of Object.entries(parameters)) {
    const [, place, name] = TARGET.exec(target) ?? [];
    if (place === undefined || name === undefined) throw new InvalidMapping(`Invalid mapping expression specified: ${target}`);
    if (place === 'header' && !isHeaderName(name)) throw new InvalidMapping(`Invalid header name ${name}`);
    found[place as keyof typeof found].push({ name, ...compileExpression(expression, sources) });
  }
  return { ...found, needsBody: [...found.path, ...found.querystring, ...found.header].some(mapping => mapping.needsBody) };
}

/** `{prefix}.header.{name}` -> expression, for method responses (`method.response`) and gateway responses (`gatewayresponse`). */
export function compileHeaderMappings<T>(prefix: 'method.response' | 'gatewayresponse', parameters: Readonly<Record<string, string>>, sources: MappingSources<T>): readonly Mapping<T>[] {
  const start = `${prefix}.header.`;
  return Object.entries(parameters).map(([target, expression]) => {
    const name = target.slice(start.length);
    if (!target.startsWith(start) || !isHeaderName(name)) throw new InvalidMapping(`Invalid mapping expression specified: ${target}`);
    return { name, ...compileExpression(expression, sources) };
  });
}
