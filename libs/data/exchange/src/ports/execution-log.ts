import type { Exchange } from '../exchange.js';

/** Where a route's doings are told line by line, in AWS's words, for the owner of the API: never for the caller. */
export interface ExecutionLog { line(x: Exchange, text: string): void }

/** Nobody listens. */
export const NO_EXECUTION_LOG: ExecutionLog = { line: () => undefined };

/** The twin, and what a test invocation reads: keeps the lines, oldest first. */
export class MemoryExecutionLog implements ExecutionLog {
  readonly lines: string[] = [];

  line(_x: Exchange, text: string): void {
    this.lines.push(text);
  }
}
