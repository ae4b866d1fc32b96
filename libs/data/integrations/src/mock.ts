import { parseBoundedJson, UnreadableJson } from '@gatehouse/contract-text';
import { configurationFault, type Exchange, type RestRoute, type Run } from '@gatehouse/data-exchange';
import type { Template } from '@gatehouse/engine-vtl';
import type { IntegrationKind } from './integration-kind.js';
import { requestTemplates } from './request-template.js';
import { mappedResponse } from './response-mapping.js';
import { readRequestBody } from './whole-body.js';

/** No backend: the rendered request template names the status that chooses the integration response. */
export const mock: IntegrationKind = {
  mapRequest: buildRequest,
  invoke: () => null,
  mapResponse: route => mappedResponse(route, x => String(x.mockStatus)),
};

function buildRequest(route: RestRoute): Run {
  // passthroughBehavior never turns a MOCK away: what arrives without a template is read like a rendered one.
  const choose = requestTemplates(route, 'pass');
  const settle = (x: Exchange, template: Template<Exchange> | null): void => {
    x.mockStatus = statusIn(template === null ? (x.requestBody?.toString('utf8') ?? '') : template.render(x));
  };
  return x => {
    const template = choose(x);
    const pending = template === null || template.readsBody ? readRequestBody(x) : undefined;
    return pending === undefined ? settle(x, template) : pending.then(() => settle(x, template));
  };
}

const LENIENT = /^\s*\{[^]*?(["']?)\bstatusCode\1\s*:\s*(["']?)(\d{1,9})\2\s*[,}]/;

/** AWS reads this JSON leniently: `{statusCode: 200}` works. Anything without an integer code is a configuration error. */
function statusIn(text: string): number {
  try {
    const { statusCode } = (parseBoundedJson(text) ?? {}) as { statusCode?: unknown };
    const status = typeof statusCode === 'string' && /^\d+$/.test(statusCode) ? Number(statusCode) : statusCode;
    if (Number.isSafeInteger(status)) return status as number;
  } catch (error) {
    if (!(error instanceof UnreadableJson)) throw error;
    const code = LENIENT.exec(text)?.[3];
    if (code !== undefined) return Number(code);
  }
  throw configurationFault('Unable to parse statusCode. It should be an integer that is defined in the request template.');
}
