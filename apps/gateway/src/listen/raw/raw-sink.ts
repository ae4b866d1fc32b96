import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { isBodyless, type AnswerSink } from '../answer-writer.js';

const SMALL_BODY = 16 * 1024;
const LAST_CHUNK = '0\r\n\r\n';
const STATUS_LINES: readonly string[] = Array.from({ length: 600 }, (_, status) => `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Unknown'}\r\n`);

let dateSecond = -1;
let dateLine = '';

/** The Date header, written once a second. */
function dateOf(nowMs: number): string {
  const second = Math.floor(nowMs / 1000);
  if (second !== dateSecond) {
    dateSecond = second;
    dateLine = `Date: ${new Date(second * 1000).toUTCString()}\r\n`;
  }
  return dateLine;
}

/** What an answer has to know of its request and its connection. The connection calls `resume` when the client takes more again. */
export interface SinkSetting { readonly isHead: boolean; readonly isHttp11: boolean; keepsAlive: boolean; resume: (() => void) | null; readonly nowMs: () => number }

/** An answer on a bare socket. Names and values were checked where they came in: from a backend's parser, a mapping or a snapshot. */
export class RawSink implements AnswerSink {
  #isChunked = false;

  constructor(private readonly socket: Socket, private readonly setting: SinkSetting) {}

  whole(status: number, headers: readonly string[], body: Buffer | string | null): void {
    const { isHead } = this.setting;
    const length = body === null ? 0 : typeof body === 'string' ? Buffer.byteLength(body) : body.length;
    const framing = isBodyless(status) || (isHead && body === null) ? '' : `Content-Length: ${length}\r\n`;
    const head = this.#head(status, headers, framing);
    if (length === 0 || isHead) this.socket.write(head, 'latin1');
    else if (typeof body === 'string') this.socket.write(body.length === length ? head + body : Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body, 'utf8')]), 'latin1');
    else if (body !== null && length <= SMALL_BODY) this.socket.write(head + body.toString('latin1'), 'latin1');
    else if (body !== null) this.socket.write(Buffer.concat([Buffer.from(head, 'latin1'), body]));
  }

  start(status: number, headers: readonly string[], length: number): void {
    const { setting } = this;
    this.#isChunked = length < 0 && setting.isHttp11 && !setting.isHead;
    // HTTP/1.0 knows no chunks: the connection's end is the body's.
    if (length < 0 && !setting.isHttp11) setting.keepsAlive = false;
    const framing = length >= 0 ? `Content-Length: ${length}\r\n` : this.#isChunked ? 'Transfer-Encoding: chunked\r\n' : '';
    // Head and first bytes leave together.
    this.socket.cork();
    this.socket.write(this.#head(status, headers, framing), 'latin1');
    process.nextTick(uncork, this.socket);
  }

  write(chunk: Buffer): boolean {
    if (this.setting.isHead) return true;
    if (!this.#isChunked) return this.socket.write(chunk);
    this.socket.cork();
    this.socket.write(`${chunk.length.toString(16)}\r\n`, 'latin1');
    this.socket.write(chunk);
    const wantsMore = this.socket.write('\r\n', 'latin1');
    process.nextTick(uncork, this.socket);
    return wantsMore;
  }

  end(): void {
    if (this.#isChunked) this.socket.write(LAST_CHUNK, 'latin1');
  }

  cut(): void {
    this.socket.destroy();
  }

  onDrain(resume: () => void): void {
    this.setting.resume = resume;
  }

  #head(status: number, headers: readonly string[], framing: string): string {
    const { keepsAlive, nowMs } = this.setting;
    let head = STATUS_LINES[status]!;
    for (let i = 0; i < headers.length; i += 2) head += `${headers[i]!}: ${headers[i + 1]!}\r\n`;
    return `${head}${framing}${dateOf(nowMs())}${keepsAlive ? 'Connection: keep-alive\r\n\r\n' : 'Connection: close\r\n\r\n'}`;
  }
}

const uncork = (socket: Socket): void => socket.uncork();
