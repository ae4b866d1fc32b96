import { Unbuildable } from '@gatehouse/data-exchange';
import type { IntegrationSnapshot } from '@gatehouse/contract-snapshot';
import { httpProxy } from './http-proxy.js';
import { http } from './http.js';
import type { IntegrationKind } from './integration-kind.js';
import { mock } from './mock.js';

const notYet = (type: string): IntegrationKind => {
  const refuse = (): never => { throw new Unbuildable(`integrations of type ${type} are not supported yet`); };
  return { mapRequest: refuse, invoke: () => null, mapResponse: () => null };
};

/** The integration table: what each type does around its backend. */
export const INTEGRATIONS: Readonly<Record<IntegrationSnapshot['type'], IntegrationKind>> = {
  HTTP: http,
  HTTP_PROXY: httpProxy,
  MOCK: mock,
  AWS: notYet('AWS'),
  AWS_PROXY: notYet('AWS_PROXY'),
};
