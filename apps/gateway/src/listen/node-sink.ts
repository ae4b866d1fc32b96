import type { ServerResponse } from 'node:http';
import { isBodyless, type AnswerSink } from './answer-writer.js';

/** Bodies up to this size become one text with their head: a second write costs more than the copy. */
const SMALL_BODY = 16 * 1024;

/** An answer through node:http. */
export class NodeSink implements AnswerSink {
  constructor(private readonly response: ServerResponse, private readonly isHead: boolean) {}

  whole(status: number, headers: readonly string[], body: Buffer | string | null): void {
    const list = [...headers];
    if (body !== null) list.push('Content-Length', String(typeof body === 'string' ? Buffer.byteLength(body) : body.length));
    else if (!isBodyless(status) && !this.isHead) list.push('Content-Length', '0');
    this.response.writeHead(status, list);
    if (body === null) this.response.end();
    else if (typeof body === 'string') this.response.end(body);
    else if (body.length <= SMALL_BODY) this.response.end(body.toString('latin1'), 'latin1');
    else this.response.end(body);
  }

  start(status: number, headers: readonly string[], length: number): void {
    this.response.writeHead(status, length >= 0 ? [...headers, 'Content-Length', String(length)] : [...headers]);
  }

  write(chunk: Buffer): boolean {
    return this.response.write(chunk);
  }

  end(): void {
    this.response.end();
  }

  cut(): void {
    this.response.destroy();
  }

  onDrain(resume: () => void): void {
    this.response.on('drain', resume);
  }
}
