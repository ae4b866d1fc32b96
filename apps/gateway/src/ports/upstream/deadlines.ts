/** Something that has to be over by a certain time. */
export interface Expiring { readonly dueMs: number; expire(): void }

/** How late a deadline may be noticed; a timer for each request costs more than looking around fifty times in a second. */
const GRAIN_MS = 20;

/** Deadlines of everything under way. Entries with one timeout expire in the order they came, so each look stops at the first that may still run. */
export class Deadlines {
  readonly #byTimeout = new Map<number, Set<Expiring>>();
  #timer: NodeJS.Timeout | null = null;
  #open = 0;

  constructor(private readonly nowMs: () => number) {}

  add(timeoutMs: number, entry: Expiring): void {
    const entries = this.#byTimeout.get(timeoutMs) ?? new Set<Expiring>();
    this.#byTimeout.set(timeoutMs, entries);
    entries.add(entry);
    this.#open++;
    this.#timer ??= setInterval(() => this.#look(), GRAIN_MS);
  }

  remove(timeoutMs: number, entry: Expiring): void {
    if (this.#byTimeout.get(timeoutMs)?.delete(entry)) this.#open--;
  }

  #look(): void {
    const now = this.nowMs();
    for (const [timeoutMs, entries] of this.#byTimeout) {
      for (const entry of entries) {
        if (entry.dueMs > now) break;
        this.remove(timeoutMs, entry);
        entry.expire();
      }
      if (entries.size === 0) this.#byTimeout.delete(timeoutMs);
    }
    if (this.#open > 0 || this.#timer === null) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }
}
