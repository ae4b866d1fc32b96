import { Unbuildable, type Ports, type RestRoute, type Run } from '@gatehouse/data-exchange';
import { InvalidPattern } from '@gatehouse/contract-text';
import type { IntegrationSnapshot } from '@gatehouse/contract-snapshot';
import { InvalidMapping } from '@gatehouse/engine-mapping';
import { UnsupportedTemplate } from '@gatehouse/engine-vtl';

/** One row of the integration table: what the three steps around a backend do for one type. null = nothing. */
export interface IntegrationKind {
  mapRequest(route: RestRoute, ports: Ports): Run | null;
  invoke(route: RestRoute, ports: Ports): Run | null;
  mapResponse(route: RestRoute, ports: Ports): Run | null;
}

/** The route's integration; a method without one can be called nowhere. */
export function integrationOf({ method }: RestRoute): IntegrationSnapshot {
  if (method.integration === null) throw new Unbuildable('the method has no integration');
  return method.integration;
}

/** Bodies pass as they are: a conversion that would change one is refused, one that changes nothing (text to text) is not. */
export function assertNoConversion({ api, integrationType }: RestRoute, contentHandling: 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT' | null): void {
  if (contentHandling === null || (contentHandling === 'CONVERT_TO_TEXT' && (integrationType === 'MOCK' || api.binaryMediaTypes.length === 0))) return;
  throw new Unbuildable(`${contentHandling} is not supported yet`);
}

/** Compiles a part of a route; what the engines refuse becomes a route that refuses in its place, with the engine's own words. */
export function buildable<Result>(compile: () => Result): Result {
  try {
    return compile();
  } catch (error) {
    if (error instanceof InvalidMapping || error instanceof UnsupportedTemplate || error instanceof InvalidPattern) throw new Unbuildable(error.message, { cause: error });
    throw error;
  }
}
