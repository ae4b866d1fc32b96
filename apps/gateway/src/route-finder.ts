import type { CompiledRoute, Ports } from '@gatehouse/data-exchange';
import { compileRoute, NOWHERE, nowhereRoute, type CompiledApi } from '@gatehouse/data-pipeline';
import { apiOfHost, apiOfPath, cutStage, type AddressRules } from '@gatehouse/engine-routing';
import { Reaches, type Entry } from './entry.js';
import type { HostBook, ServedDomain } from './host-book.js';
import type { Switchboard } from './switchboard.js';

/** Where a request goes. `path` is what is left of it below the stage, `basePath` what stood before. */
export interface FoundRoute { readonly route: CompiledRoute; readonly values: readonly string[]; readonly basePath: string; readonly path: string }

/** What a Host header names: an api by its default address, or a custom domain, or neither (the path form may name an api), or a domain that is not reached here. One shape, because every request reads it. */
interface Named { readonly restApiId: string | null; readonly domain: ServedDomain | null; readonly isElsewhere: boolean }

const MAX_HOSTS = 10_000;

/** Host and path -> api, stage, route. An address that leads nowhere has a route too: 403 Forbidden, with the gateway's ids on it. */
export class RouteFinder {
  readonly #named = new Map<string, Named>();
  readonly #nowhere: CompiledRoute;
  readonly #reaches: Reaches;
  #generation = 0;

  constructor(private readonly switchboard: Switchboard, private readonly hosts: HostBook, private readonly rules: AddressRules, private readonly entry: Entry, ports: Ports) {
    this.#reaches = new Reaches(entry);
    this.#nowhere = compileRoute(NOWHERE, nowhereRoute(rules.region), [], ports, []);
  }

  find(method: string, host: string, path: string): FoundRoute {
    const { restApiId, domain, isElsewhere } = this.#nameOf(host);
    if (restApiId !== null) return this.#atDefault(method, restApiId, path, path);
    if (domain !== null) return this.#atDomain(method, domain, path);
    const addressed = isElsewhere ? null : apiOfPath(path, this.rules);
    return addressed === null ? this.#lost(path) : this.#atDefault(method, addressed.restApiId, addressed.rest, path);
  }

  /** An api's own address; its owner may have switched it off, and may have kept it to other doors. */
  #atDefault(method: string, restApiId: string, rest: string, path: string): FoundRoute {
    const stage = cutStage(rest);
    const api = this.switchboard.find(restApiId, stage.stageName);
    if (api === null || !this.#reaches.of(api.api).byAddress) return this.#lost(path);
    if (api.disabled !== null) return { ...api.disabled, basePath: '', path };
    return matched(api, method, `/${stage.stageName}`, stage.path);
  }

  #atDomain(method: string, { mappings }: ServedDomain, path: string): FoundRoute {
    const found = mappings.find(path);
    if (found === null) return this.#lost(path);
    const { value: { restApiId, stageName }, basePath, rest } = found;
    const stage = stageName === null ? cutStage(rest) : { stageName, path: rest };
    const api = this.switchboard.find(restApiId, stage.stageName);
    if (api === null || !this.#reaches.of(api.api).byDomain) return this.#lost(path);
    return matched(api, method, stageName === null ? `${basePath}/${stage.stageName}` : basePath, stage.path);
  }

  #lost(path: string): FoundRoute {
    return { route: this.#nowhere, values: [], basePath: '', path };
  }

  #nameOf(host: string): Named {
    if (this.#generation !== this.hosts.generation) {
      this.#named.clear();
      this.#generation = this.hosts.generation;
    }
    const known = this.#named.get(host);
    if (known !== undefined) return known;
    const named = this.#read(host);
    if (this.#named.size >= MAX_HOSTS) this.#named.clear();
    this.#named.set(host, named);
    return named;
  }

  #read(host: string): Named {
    const restApiId = apiOfHost(host, this.rules);
    const domain = restApiId === null ? this.hosts.find(host, this.entry) : undefined;
    return { restApiId, domain: domain ?? null, isElsewhere: domain === null };
  }
}

function matched(api: CompiledApi, method: string, basePath: string, path: string): FoundRoute {
  const { route, values } = api.match(method, path);
  return { route, values, basePath, path };
}
