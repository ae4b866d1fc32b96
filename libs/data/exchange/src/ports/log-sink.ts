/** Where access-log lines of one destination go. `append` takes a line without its line end and never waits. */
export interface LogStream { append(line: string): void }
/** Log streams by destination ARN. null = the ARN names no destination that this gateway can write. */
export interface LogSink { stream(destinationArn: string): LogStream | null }

/** The twin: lines by destination, to be read by whoever holds it. */
export class MemoryLogSink implements LogSink {
  readonly lines = new Map<string, string[]>();

  stream(destinationArn: string): LogStream {
    const lines = this.lines.get(destinationArn) ?? [];
    this.lines.set(destinationArn, lines);
    return { append: line => void lines.push(line) };
  }
}
