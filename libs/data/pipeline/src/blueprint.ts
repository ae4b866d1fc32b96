import type { ApiSnapshot } from '@gatehouse/contract-snapshot';
import { SegmentTrie, variablesOf } from '@gatehouse/engine-routing';

/** What a frozen api decides alone, whatever stage serves it: the tree of its paths. Leaves are places in `api.resources`. */
export interface Blueprint { readonly trie: SegmentTrie<number>; readonly variables: readonly (readonly string[])[] }

const known = new WeakMap<ApiSnapshot, Blueprint>();

/** The blueprint of a snapshot, made once however many stages serve it. Throws InvalidTemplate when two paths cannot be told apart. */
export function blueprintOf(api: ApiSnapshot): Blueprint {
  const made = known.get(api);
  if (made !== undefined) return made;
  const trie = new SegmentTrie<number>();
  // A resource without methods is only a way to its children: a request for it backtracks.
  for (const [at, resource] of api.resources.entries()) if (resource.methods.length > 0) trie.add(resource.path, at);
  const blueprint = { trie, variables: api.resources.map(resource => variablesOf(resource.path)) };
  known.set(api, blueprint);
  return blueprint;
}
