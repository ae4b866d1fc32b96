import type { ApiSnapshot, StageSettings } from '@gatehouse/contract-snapshot';

const digestsOf = (stage: StageSettings): readonly string[] => (stage.canary === null ? [stage.snapshot] : [stage.snapshot, stage.canary.snapshot]);

/** Frozen apis that some served stage names, so that a change of stage settings needs no new copy; one that nobody names any more is let go. */
export class SnapshotShelf {
  readonly #kept = new Map<string, { readonly snapshot: ApiSnapshot; uses: number }>();

  /** A snapshot on the shelf, or one that has just arrived. */
  find(digest: string, arrived: ReadonlyMap<string, ApiSnapshot>): ApiSnapshot {
    const snapshot = this.#kept.get(digest)?.snapshot ?? arrived.get(digest);
    if (snapshot === undefined) throw new Error(`the api document ${digest} is missing`);
    return snapshot;
  }

  keep(stage: StageSettings, arrived: ReadonlyMap<string, ApiSnapshot>): void {
    for (const digest of digestsOf(stage)) {
      const kept = this.#kept.get(digest) ?? { snapshot: this.find(digest, arrived), uses: 0 };
      kept.uses++;
      this.#kept.set(digest, kept);
    }
  }

  release(stage: StageSettings): void {
    for (const digest of digestsOf(stage)) {
      const kept = this.#kept.get(digest);
      if (kept !== undefined && --kept.uses <= 0) this.#kept.delete(digest);
    }
  }
}
