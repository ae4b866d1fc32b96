import { headerOf, mimeOf } from '@gatehouse/contract-text';
import { fault, type Exchange, type RestRoute } from '@gatehouse/data-exchange';
import { compileTemplate, type Template } from '@gatehouse/engine-vtl';
import { buildable, integrationOf } from './integration-kind.js';
import { requestScope } from './sources.js';

/** Chooses by the request's MIME type (application/json when it names none), then `$default`; null = the body passes as it is. */
export type ChooseTemplate = (x: Exchange) => Template<Exchange> | null;

const DEFAULT_KEY = '$default';

/** Compiles a route's request templates. Where none matches, passthroughBehavior decides between passing and 415. */
export function requestTemplates(route: RestRoute, onNoMatch: 'asConfigured' | 'pass' = 'asConfigured'): ChooseTemplate {
  const { requestTemplates: texts, passthroughBehavior } = integrationOf(route);
  const scope = requestScope(route);
  const templates = new Map(Object.entries(texts).map(([key, text]) => [mimeOf(key) ?? key, buildable(() => compileTemplate(text, scope))]));
  const fallback = templates.get(DEFAULT_KEY) ?? null;
  const passes = onNoMatch === 'pass' || passthroughBehavior === 'WHEN_NO_MATCH' || (passthroughBehavior === 'WHEN_NO_TEMPLATES' && templates.size === 0);
  if (templates.size === 0) return passes ? () => null : () => { throw fault('UNSUPPORTED_MEDIA_TYPE'); };
  return x => {
    const chosen = templates.get(mimeOf(headerOf(x.inbound.headers, 'content-type')) ?? 'application/json') ?? fallback;
    if (chosen === null && !passes) throw fault('UNSUPPORTED_MEDIA_TYPE');
    return chosen;
  };
}
