import { connect } from 'node:net';
import { Histogram } from '@gatehouse/contract-primitives';

// An open-loop client: requests leave on a fixed schedule (in batches of a millisecond) whether or not answers came, so a stall is met by all who were due.
const [portText, rateText, secondsText, host, target, apiKey] = process.argv.slice(2);
const rate = Number(rateText), seconds = Number(secondsText);
const CONNECTIONS = 64;
const request = `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nx-api-key: ${apiKey}\r\n\r\n`;
const histogram = new Histogram();
let errors = 0;

class Client {
  #due: number[] = [];
  #left = -1;
  #head = '';
  readonly #socket = connect({ port: Number(portText), host: '127.0.0.1', noDelay: true });

  constructor() {
    this.#socket.on('data', chunk => this.#onData(chunk));
    this.#socket.on('error', () => { errors++; });
  }

  get isBusy(): boolean {
    return this.#due.length > 0;
  }

  send(dueMs: number): void {
    this.#due.push(dueMs);
    this.#socket.write(request, 'latin1');
  }

  close(): void {
    this.#socket.destroy();
  }

  #onData(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.#left < 0) {
        const text = this.#head + chunk.toString('latin1', at);
        const end = text.indexOf('\r\n\r\n');
        if (end < 0) { this.#head = text; return; }
        at += end + 4 - this.#head.length;
        this.#head = '';
        if (!text.startsWith('HTTP/1.1 200')) errors++;
        this.#left = Number(/content-length: (\d+)/i.exec(text.replace(/x-amzn-remapped-content-length/i, 'x'))?.[1] ?? 0);
      }
      const take = Math.min(this.#left, chunk.length - at);
      this.#left -= take;
      at += take;
      if (this.#left > 0) return;
      this.#left = -1;
      const due = this.#due.shift();
      if (due !== undefined) histogram.record((performance.now() - due) * 1_000);
    }
  }
}

const clients = Array.from({ length: CONNECTIONS }, () => new Client());
const started = performance.now() + 200;
let sent = 0;
const total = rate * seconds;
/** Sends what has become due since the last look, about once in a millisecond: a busy loop would take the origin's core away. */
function tick(): void {
  const now = performance.now();
  while (sent < total && started + (sent * 1_000) / rate <= now) {
    (clients.find(client => !client.isBusy) ?? clients[sent % CONNECTIONS]!).send(now);
    sent++;
  }
  if (sent < total) return void setTimeout(tick, 1);
  setTimeout(() => {
    console.log(JSON.stringify({ count: histogram.count, errors, p50Us: histogram.quantile(0.5), p99Us: histogram.quantile(0.99) }));
    for (const client of clients) client.close();
  }, 500);
}
tick();
