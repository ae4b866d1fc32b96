import type { DomainPage } from '@gatehouse/contract-snapshot';
import { BasePathTable } from '@gatehouse/engine-routing';
import { opens, type Entry } from './entry.js';

/** Where a base path of a domain leads; a null stage is named by the caller's next segment. */
export interface MappedApi { readonly restApiId: string; readonly stageName: string | null }
/** A custom domain, ready to be asked. */
export interface ServedDomain { readonly page: DomainPage; readonly mappings: BasePathTable<MappedApi> }

/** The custom domains by name. A name may belong to several private domains, which different VPC endpoints reach. */
export class HostBook {
  readonly #byPointer = new Map<string, ServedDomain>();
  #byName = new Map<string, readonly ServedDomain[]>();
  /** Raised by each change, so that whoever remembers an answer knows when to ask again. */
  generation = 0;

  set(pointer: string, page: DomainPage): void {
    const entries = page.mappings.map(({ basePath, restApiId, stageName }) => ({ basePath, value: { restApiId, stageName } }));
    this.#byPointer.set(pointer, { page, mappings: new BasePathTable(entries) });
    this.#index();
  }

  drop(pointer: string): void {
    if (this.#byPointer.delete(pointer)) this.#index();
  }

  /** The domain that a host names at this entry: by its own name, else by a wildcard one label up. undefined = no custom domain has that name; null = one has, but not here. */
  find(host: string, entry: Entry): ServedDomain | null | undefined {
    const name = host.toLowerCase().replace(/:\d{1,5}$/, '').replace(/\.$/, '');
    const named = this.#byName.get(name) ?? this.#byName.get(name.replace(/^[^.]+/, '*'));
    return named === undefined ? undefined : (named.find(({ page }) => opens(entry, page)) ?? null);
  }

  get count(): number {
    return this.#byPointer.size;
  }

  #index(): void {
    const byName = new Map<string, ServedDomain[]>();
    for (const domain of this.#byPointer.values()) byName.set(domain.page.domainName, [...(byName.get(domain.page.domainName) ?? []), domain]);
    this.#byName = byName;
    this.generation++;
  }
}
