import type { ApiSnapshot, MethodSettings, MethodSnapshot, StageSettings } from '@gatehouse/contract-snapshot';
import type { Exchange } from './exchange.js';
import type { Ports } from './ports/ports.js';

export type Run = (x: Exchange) => void | Promise<void>;

/** A named place on the page. `build` runs once for each route when a snapshot arrives; null = this route has no need of it. */
export interface Step<Route> {
  readonly name: string;
  build(route: Route, ports: Ports): Run | null;
}

/** What every route knows, the one for unmatched requests too. */
export interface StageRoute {
  readonly api: ApiSnapshot;
  readonly stage: StageSettings;
  readonly isCanary: boolean;
  readonly resourceId: string;
  /** `/pets/{petId}`; empty when nothing matched. */
  readonly resourcePath: string;
  /** The method's verb or ANY; empty when nothing matched. */
  readonly httpMethod: string;
  /** AWS's integration type; empty when nothing matched or the method has none. */
  readonly integrationType: string;
}

/** One method of a deployed API on one stage. */
export interface RestRoute extends StageRoute {
  readonly method: MethodSnapshot;
  /** The route's own stage settings, then the stage's `*` + `/*`; null where nobody set any. */
  readonly settings: MethodSettings | null;
  /** `/pets/{petId}/GET`, as usage plans name a route. */
  readonly routeKey: string;
}

/** The lists of one protocol, in order. */
export interface Pipeline<Route> {
  readonly request: readonly Step<Route>[];
  readonly fault: readonly Step<Route>[];
  readonly response: readonly Step<Route>[];
  readonly always: readonly Step<Route>[];
}

/** The ready functions of one route. */
export interface CompiledRoute {
  readonly route: StageRoute;
  /** Names of the path's variables, in order; values come beside them. */
  readonly variables: readonly string[];
  readonly request: readonly Run[];
  readonly fault: readonly Run[];
  readonly response: readonly Run[];
  readonly always: readonly Run[];
}

/** Thrown by `build`: this route's configuration cannot work, and why. The route is served, and refuses at that place. */
export class Unbuildable extends Error {}
