import type { CompiledRoute, Ports } from '@gatehouse/data-exchange';
import { compileRoute, NOWHERE, nowhereRoute } from '@gatehouse/data-pipeline';
import { apiOfHost, apiOfPath, cutStage, type AddressRules } from '@gatehouse/engine-routing';
import type { Switchboard } from './switchboard.js';

/** Where a request goes. `path` is what is left of it below the stage. */
export interface FoundRoute { readonly route: CompiledRoute; readonly values: readonly string[]; readonly path: string }

const MAX_HOSTS = 10_000;

/** Host and path -> api, stage, route. An address that leads nowhere has a route too: 403 Forbidden, with the gateway's ids on it. */
export class RouteFinder {
  readonly #apiOfHost = new Map<string, string | null>();
  readonly #nowhere: CompiledRoute;

  constructor(private readonly switchboard: Switchboard, private readonly rules: AddressRules, ports: Ports) {
    this.#nowhere = compileRoute(NOWHERE, nowhereRoute(rules.region), [], ports, []);
  }

  find(method: string, host: string, path: string): FoundRoute {
    const restApiId = this.#apiOf(host);
    // The path form works only where the host names nothing of its own.
    const addressed = restApiId === null ? apiOfPath(path, this.rules) : { restApiId, rest: path };
    if (addressed === null) return { route: this.#nowhere, values: [], path };
    const stage = cutStage(addressed.rest);
    const api = this.switchboard.find(addressed.restApiId, stage.stageName);
    if (api === null) return { route: this.#nowhere, values: [], path };
    const { route, values } = api.match(method, stage.path);
    return { route, values, path: stage.path };
  }

  #apiOf(host: string): string | null {
    const known = this.#apiOfHost.get(host);
    if (known !== undefined) return known;
    const restApiId = apiOfHost(host, this.rules);
    if (this.#apiOfHost.size >= MAX_HOSTS) this.#apiOfHost.clear();
    this.#apiOfHost.set(host, restApiId);
    return restApiId;
  }
}
