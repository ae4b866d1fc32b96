import { close, mkdirSync, open, renameSync, rmSync, statSync, write } from 'node:fs';
import path from 'node:path';
import { parseArn } from '@gatehouse/contract-primitives';
import type { LogSink, LogStream } from '@gatehouse/data-exchange';

export interface FileLogOptions { readonly folder: string; readonly maxFileBytes?: number; readonly keptFiles?: number; readonly flushMs?: number; readonly onError: (error: unknown) => void }

const FLUSH_BYTES = 64 * 1024;
/** Lines that a disk cannot take are dropped beyond this, and counted: memory must not pay for a full disk. */
const MAX_PENDING_BYTES = 8 * 1024 * 1024;

/** The log group of a destination ARN, as a file name that can leave no folder; null = the ARN names none. */
export function logGroupOf(destinationArn: string): string | null {
  const arn = parseArn(destinationArn);
  const group = arn?.service === 'logs' ? /^log-group:([^:*]+)/.exec(arn.resource)?.[1] : arn?.service === 'firehose' ? /^deliverystream\/(.+)$/.exec(arn.resource)?.[1] : undefined;
  if (group === undefined) return null;
  const name = group.replace(/[^A-Za-z0-9._-]/g, '_').replace(/^\.+/, '_').slice(0, 200);
  return name === '' ? null : name;
}

/** Access logs as files, `{folder}/{log group}.log`, written in 64 KB pieces and at least twice a second, rotated by size. */
export class FileLogs implements LogSink {
  readonly #streams = new Map<string, FileStream>();
  readonly #timer: NodeJS.Timeout;

  constructor(private readonly options: FileLogOptions) {
    mkdirSync(options.folder, { recursive: true });
    this.#timer = setInterval(() => this.#flush(), options.flushMs ?? 400);
    this.#timer.unref();
  }

  stream(destinationArn: string): LogStream | null {
    const group = logGroupOf(destinationArn);
    if (group === null) return null;
    const stream = this.#streams.get(group) ?? new FileStream(path.join(this.options.folder, `${group}.log`), this.options);
    this.#streams.set(group, stream);
    return stream;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all([...this.#streams.values()].map(stream => stream.close()));
  }

  #flush(): void {
    for (const stream of this.#streams.values()) void stream.flush();
  }
}

class FileStream implements LogStream {
  #pending = '';
  #dropped = 0;
  #bytes = 0;
  #fd: number | null = null;
  #writing: Promise<void> | null = null;

  constructor(private readonly file: string, private readonly options: FileLogOptions) {}

  append(line: string): void {
    if (this.#pending.length > MAX_PENDING_BYTES) {
      this.#dropped++;
      return;
    }
    this.#pending += `${line}\n`;
    if (this.#pending.length >= FLUSH_BYTES && this.#writing === null) void this.flush();
  }

  /** One write at a time; what arrives meanwhile leaves with the next. */
  flush(): Promise<void> {
    if (this.#writing !== null) return this.#writing;
    if (this.#pending === '') return Promise.resolve();
    this.#writing = this.#write().catch((error: unknown) => this.options.onError(error)).finally(() => { this.#writing = null; });
    return this.#writing;
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.flush();
    if (this.#fd !== null) close(this.#fd);
    this.#fd = null;
  }

  async #write(): Promise<void> {
    const bytes = Buffer.from(this.#pending, 'utf8');
    this.#pending = '';
    if (this.#dropped > 0) this.options.onError(new Error(`${this.#dropped} lines of ${this.file} were dropped: the disk is too slow`));
    this.#dropped = 0;
    if (this.#bytes > 0 && this.#bytes + bytes.length > (this.options.maxFileBytes ?? 64 * 1024 * 1024)) this.#rotate();
    this.#fd ??= await this.#open();
    const fd = this.#fd;
    for (let at = 0; at < bytes.length;) at += await new Promise<number>((resolve, reject) => write(fd, bytes, at, bytes.length - at, null, (error, count) => (error === null ? resolve(count) : reject(error))));
    this.#bytes += bytes.length;
  }

  async #open(): Promise<number> {
    const fd = await new Promise<number>((resolve, reject) => open(this.file, 'a', 0o640, (error, opened) => (error === null ? resolve(opened) : reject(error))));
    this.#bytes = statSync(this.file).size;
    return fd;
  }

  /** `.log` becomes `.log.1`, that `.log.2`, and the oldest goes. */
  #rotate(): void {
    if (this.#fd !== null) close(this.#fd);
    this.#fd = null;
    const kept = this.options.keptFiles ?? 5;
    rmSync(`${this.file}.${kept}`, { force: true });
    for (let n = kept - 1; n >= 0; n--) {
      const from = n === 0 ? this.file : `${this.file}.${n}`;
      if (statSync(from, { throwIfNoEntry: false }) !== undefined) renameSync(from, `${this.file}.${n + 1}`);
    }
  }
}
