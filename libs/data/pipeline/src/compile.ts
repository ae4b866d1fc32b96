import { configurationFault, Unbuildable, type CompiledRoute, type Pipeline, type Ports, type RestRoute, type Run, type StageRoute, type Step } from '@gatehouse/data-exchange';
import type { ApiSnapshot, MethodSnapshot, StageSettings } from '@gatehouse/contract-snapshot';
import { MethodTable } from '@gatehouse/engine-routing';
import { blueprintOf } from './blueprint.js';
import { CompiledApi } from './compiled-api.js';
import { DISABLED, MISSING, REST, TEST } from './pipelines.js';
import { RouteSlot } from './route-slot.js';

/** A part of a route that cannot work as configured. The route is served and answers `Internal server error` from that place on. */
export interface Warning { readonly route: string; readonly reason: string }

/** `whenWanted` leaves each route to its first request, for whoever brings many stages at once; its warnings then come with the request's fault. */
export interface CompileOptions { readonly isCanary?: boolean; readonly whenWanted?: boolean }

/** Decides everything that can be decided before a request arrives. Throws when the api as a whole cannot be served. */
export function compileStage(api: ApiSnapshot, stage: StageSettings, ports: Ports, { isCanary = false, whenWanted = false }: CompileOptions = {}): { readonly compiled: CompiledApi; readonly warnings: readonly Warning[] } {
  const blueprint = blueprintOf(api);
  const warnings: Warning[] = [];
  const nowhere: StageRoute = { api, stage, isCanary, resourceId: '', resourcePath: '', httpMethod: '', integrationType: '' };
  const missing = compileRoute(MISSING, nowhere, [], ports, warnings);
  const disabled = api.disableExecuteApiEndpoint ? compileRoute(DISABLED, nowhere, [], ports, warnings) : null;
  const tables = api.resources.map((resource, at) => {
    const table = new MethodTable<RouteSlot>();
    for (const method of resource.methods) {
      const slot = new RouteSlot(() => compileRoute(REST, routeOf(api, stage, isCanary, resource, method), blueprint.variables[at] ?? [], ports, warnings));
      if (!whenWanted) slot.get();
      table.set(method.httpMethod, slot);
    }
    return table;
  });
  return { compiled: new CompiledApi(blueprint.trie, tables, missing, disabled, api), warnings };
}

/** One method of a draft, ready to be called by its owner; null when the draft has no such method. */
export function compileTest(api: ApiSnapshot, stage: StageSettings, place: { readonly resourceId: string; readonly httpMethod: string }, ports: Ports): CompiledRoute | null {
  const at = api.resources.findIndex(resource => resource.resourceId === place.resourceId);
  const resource = api.resources[at];
  const method = resource?.methods.find(candidate => candidate.httpMethod === place.httpMethod);
  if (resource === undefined || method === undefined) return null;
  return compileRoute(TEST, routeOf(api, stage, false, resource, method), blueprintOf(api).variables[at] ?? [], ports, []);
}

function routeOf(api: ApiSnapshot, stage: StageSettings, isCanary: boolean, resource: ApiSnapshot['resources'][number], method: MethodSnapshot): RestRoute {
  const own = stage.methodSettings[`${resource.path.slice(1)}/${method.httpMethod}`];
  return {
    api, stage, isCanary, method,
    resourceId: resource.resourceId,
    resourcePath: resource.path,
    httpMethod: method.httpMethod,
    integrationType: method.integration?.type ?? '',
    settings: own ?? stage.methodSettings['*/*'] ?? null,
    routeKey: `${resource.path}/${method.httpMethod}`,
  };
}

/** Steps that a route has no need of are absent from its lists; one that cannot be built refuses in its place. */
export function compileRoute<Route extends StageRoute>(pipeline: Pipeline<Route>, route: Route, variables: readonly string[], ports: Ports, warnings: Warning[]): CompiledRoute {
  const build = (step: Step<Route>): Run | null => {
    try {
      return step.build(route, ports);
    } catch (error) {
      if (!(error instanceof Unbuildable)) throw error;
      const reason = `${step.name}: ${error.message}`;
      warnings.push({ route: 'routeKey' in route ? String(route.routeKey) : '', reason });
      return () => { throw configurationFault(reason); };
    }
  };
  const assemble = (list: readonly Step<Route>[]): readonly Run[] => list.map(build).filter(run => run !== null);
  return { route, variables, request: assemble(pipeline.request), fault: assemble(pipeline.fault), response: assemble(pipeline.response), always: assemble(pipeline.always) };
}
