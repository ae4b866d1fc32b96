import type { Answer, ByteReader, ByteStream, Exchange } from '@gatehouse/data-exchange';

/** Where an answer goes: one request's place on a client's connection. `length` -1 = unknown, so the sink frames it itself. */
export interface AnswerSink {
  /** Head and all of the body, in as few writes as can be. */
  whole(status: number, headers: readonly string[], body: Buffer | string | null): void;
  start(status: number, headers: readonly string[], length: number): void;
  /** false = wait for `onDrain`. */
  write(chunk: Buffer): boolean;
  end(): void;
  /** Cuts the connection, so that the client sees an answer that is not whole. */
  cut(): void;
  onDrain(resume: () => void): void;
}

/** Answers without a body by their status, whatever a mapping made. */
export const isBodyless = (status: number): boolean => status === 204 || status === 304 || status < 200;

/** Writes an exchange's answer; `onDone` is called once, when its last byte was handed over or its connection was cut. */
export function writeAnswer(x: Exchange, sink: AnswerSink, onDone: () => void): void {
  const { answer } = x;
  if (answer === null) throw new Error('an exchange without an answer cannot be written');
  const status = statusOf(answer);
  const { headers, body } = answer;
  if (body === null || typeof body === 'string' || Buffer.isBuffer(body)) {
    const sent = isBodyless(status) ? null : body;
    x.responseBytes = sent === null ? 0 : typeof sent === 'string' ? Buffer.byteLength(sent) : sent.length;
    sink.whole(status, headers, sent);
    return onDone();
  }
  sink.start(status, headers, body.length);
  sink.onDrain(() => body.resume());
  body.read(new Pipe(x, sink, body, onDone));
}

const statusOf = ({ status }: Answer): number => (Number.isInteger(status) && status >= 200 && status <= 599 ? status : 500);

/** Moves a backend's bytes to the client. A backend that breaks off takes the client's connection with it. */
class Pipe implements ByteReader {
  constructor(private readonly x: Exchange, private readonly sink: AnswerSink, private readonly body: ByteStream, private readonly onDone: () => void) {}

  onChunk(chunk: Buffer): boolean {
    if (this.x.isAborted) {
      this.body.destroy();
      return false;
    }
    this.x.responseBytes += chunk.length;
    return this.sink.write(chunk);
  }

  onEnd(): void {
    this.sink.end();
    this.onDone();
  }

  onFail(): void {
    this.sink.cut();
    this.onDone();
  }
}
