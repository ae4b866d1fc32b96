import type { ApiSnapshot } from '@gatehouse/contract-snapshot';
import type { CompiledRoute } from '@gatehouse/data-exchange';
import type { MethodTable, SegmentTrie } from '@gatehouse/engine-routing';
import type { RouteSlot } from './route-slot.js';

/** Where a request goes: a missing route is a compiled route too, so it is logged and counted like any other. */
export interface RouteMatch { readonly route: CompiledRoute; readonly values: readonly string[] }

/** One api on one stage, ready to run. */
export class CompiledApi {
  readonly #missing: RouteMatch;
  /** What the default endpoint answers when its owner has switched it off; null = it serves. */
  readonly disabled: RouteMatch | null;

  constructor(private readonly trie: SegmentTrie<number>, private readonly tables: readonly MethodTable<RouteSlot>[], missing: CompiledRoute, disabled: CompiledRoute | null, readonly api: ApiSnapshot) {
    this.#missing = { route: missing, values: [] };
    this.disabled = disabled === null ? null : { route: disabled, values: [] };
  }

  /** `path` begins with a slash and has no query. */
  match(verb: string, path: string): RouteMatch {
    const found = this.trie.find(path);
    const slot = found === null ? null : (this.tables[found.value]?.find(verb) ?? null);
    return found === null || slot === null ? this.#missing : { route: slot.get(), values: found.values };
  }
}
