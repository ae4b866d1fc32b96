import { newShortId } from '@gatehouse/contract-primitives';

/** Ids that none of `present` has and no earlier call gave: of 35,000 short ids two are equal in every fourth document. `draw` makes one at random. */
export function newIds(present: readonly { readonly id: string }[], draw: () => string = newShortId): () => string {
  const taken = new Set(present.map(row => row.id));
  return () => {
    let id = draw();
    while (taken.has(id)) id = draw();
    taken.add(id);
    return id;
  };
}
