import { firstMimeOf, fullMatch, headerOf, isHeaderValue } from '@gatehouse/contract-text';
import { configurationFault, Unbuildable, type Exchange, type RestRoute, type Run } from '@gatehouse/data-exchange';
import type { IntegrationResponseSnapshot } from '@gatehouse/contract-snapshot';
import { compileHeaderMappings, REMAPPED, REMAPPED_PREFIX, type Mapping } from '@gatehouse/engine-mapping';
import { compileTemplate, type Template } from '@gatehouse/engine-vtl';
import { headerValue } from './header-lines.js';
import { assertNoConversion, buildable, integrationOf } from './integration-kind.js';
import { responseScope, responseSources } from './sources.js';
import { readResponseBody } from './whole-body.js';

interface Choice {
  readonly matches: ((selection: string) => boolean) | null;
  readonly status: number;
  readonly headers: readonly Mapping<Exchange>[];
  readonly templates: ReadonlyMap<string, Template<Exchange>>;
  readonly needsBody: boolean;
}

/** Chooses the integration response whose pattern matches the whole selection value, else the one without a pattern, and maps by it. */
export function mappedResponse(route: RestRoute, selectionOf: (x: Exchange) => string): Run {
  const choices = integrationOf(route).integrationResponses.map(response => buildable(() => compileChoice(response, route)));
  const byPattern = choices.filter(choice => choice.matches !== null);
  const fallback = choices.find(choice => choice.matches === null) ?? null;
  return x => {
    const selection = selectionOf(x);
    const choice = byPattern.find(({ matches }) => matches?.(selection)) ?? fallback;
    if (choice === null) throw configurationFault('No match for output mapping and no default output mapping configured');
    const template = templateFor(x, choice);
    const needsBody = choice.headers.some(header => header.needsBody) || (template !== null && template.template.readsBody);
    const hasBody = x.integrationResponse !== null && x.integrationResponse.body !== null;
    if (needsBody && hasBody) return readResponseBody(x).then(() => answer(x, choice, template));
    return answer(x, choice, template);
  };
}

function compileChoice({ statusCode, selectionPattern, responseParameters, responseTemplates, contentHandling }: IntegrationResponseSnapshot, route: RestRoute): Choice {
  assertNoConversion(route, contentHandling);
  for (const type of Object.keys(responseTemplates)) if (!isHeaderValue(type)) throw new Unbuildable('a template is filed under a type that no header could carry');
  const scope = responseScope(route);
  const headers = compileHeaderMappings('method.response', responseParameters, responseSources(route));
  const templates = new Map(Object.entries(responseTemplates).map(([type, text]) => [type.toLowerCase(), compileTemplate(text, scope)]));
  return {
    matches: selectionPattern === null || selectionPattern === '' ? null : fullMatch(selectionPattern),
    status: Number(statusCode),
    headers: headers.map(header => (REMAPPED.HTTP.has(header.name.toLowerCase()) ? { ...header, name: REMAPPED_PREFIX + header.name } : header)),
    templates,
    needsBody: headers.some(header => header.needsBody),
  };
}

/** By the first type of Accept, else application/json, else the first there is; null = the body passes as it is. */
function templateFor(x: Exchange, { templates }: Choice): { readonly type: string; readonly template: Template<Exchange> } | null {
  if (templates.size === 0) return null;
  const wanted = firstMimeOf(headerOf(x.inbound.headers, 'accept'));
  for (const type of [wanted, 'application/json', templates.keys().next().value]) {
    const template = type === null || type === undefined ? undefined : templates.get(type);
    if (type && template !== undefined) return { type, template };
  }
  return null;
}

function answer(x: Exchange, { status, headers: mappings }: Choice, chosen: { readonly type: string; readonly template: Template<Exchange> } | null): void {
  const headers: string[] = [];
  let hasType = false;
  for (const { name, read } of mappings) {
    const value = read(x);
    if (value === null) continue;
    if (name.toLowerCase() === 'content-type') hasType = true;
    for (const one of typeof value === 'string' ? [value] : value) headers.push(name, headerValue(name, one));
  }
  if (!hasType) headers.push('Content-Type', chosen?.type ?? 'application/json');
  x.answer = { status, headers, body: chosen === null ? (x.responseBody ?? x.integrationResponse?.body ?? null) : chosen.template.render(x) };
  // A template that writes the whole answer leaves the backend's body unread: it is given up, so its socket is freed.
  const unread = x.integrationResponse?.body ?? null;
  if (chosen !== null && x.responseBody === null && unread !== null && !Buffer.isBuffer(unread)) unread.destroy();
}
