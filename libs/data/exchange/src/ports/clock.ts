/** Time as steps see it: `monotonicMs` never runs backwards and measures durations, `epochMs` is the calendar. */
export interface Clock { monotonicMs(): number; epochMs(): number }

/** The twin: time stands still until somebody moves it. Monotonic time begins at 1, the calendar at `epochMs`. */
export class ManualClock implements Clock {
  #elapsedMs = 0;

  constructor(private readonly startEpochMs = Date.UTC(2026, 0, 1)) {}

  monotonicMs(): number {
    return 1 + this.#elapsedMs;
  }

  epochMs(): number {
    return this.startEpochMs + this.#elapsedMs;
  }

  advance(ms: number): void {
    this.#elapsedMs += ms;
  }
}
