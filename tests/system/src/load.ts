import http from 'node:http';
import { ask, type Answer } from './http.js';

export interface Load { readonly sent: number; readonly wrong: readonly string[]; readonly bodies: ReadonlySet<string> }

/** Keeps some keep-alive clients busy until it is stopped, and keeps what was not a 200. Bounded by `mostRequests`. */
export class Loader {
  readonly #agent: http.Agent;
  readonly #wrong: string[] = [];
  readonly #bodies = new Set<string>();
  #sent = 0;
  #isStopped = false;
  #running: Promise<unknown> = Promise.resolve();

  constructor(private readonly url: string, private readonly host: string, private readonly clients = 8, private readonly mostRequests = 200_000) {
    this.#agent = new http.Agent({ keepAlive: true, maxSockets: clients });
  }

  start(): this {
    this.#running = Promise.all(Array.from({ length: this.clients }, () => this.#client()));
    return this;
  }

  async stop(): Promise<Load> {
    this.#isStopped = true;
    await this.#running;
    this.#agent.destroy();
    return { sent: this.#sent, wrong: this.#wrong, bodies: this.#bodies };
  }

  async #client(): Promise<void> {
    while (!this.#isStopped && this.#sent < this.mostRequests) {
      this.#sent++;
      try {
        const answer: Answer = await ask(this.url, { host: this.host, agent: this.#agent });
        if (answer.status !== 200) this.#wrong.push(`${answer.status} ${answer.body}`);
        else this.#bodies.add(answer.body);
      } catch (error) {
        this.#wrong.push((error as Error).message);
      }
      await new Promise(resolve => setTimeout(resolve, 1));
    }
  }
}
