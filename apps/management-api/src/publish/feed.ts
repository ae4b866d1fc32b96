import type { ServerResponse } from 'node:http';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { concerns, type FeedLine } from '@gatehouse/contract-snapshot';
import type { Enrollee } from './gateways.service.js';
import { Revisions, type Revision } from './revisions.js';

const PING_MS = 3_000;
/** A reader that does not take this much is cut; it resumes where it was. */
const LARGEST_BACKLOG = 8 * 1024 * 1024;

/** The stream of revisions to each gateway: first what it missed, then each revision as it is committed, in order and without a gap. */
@Injectable()
export class Feed implements OnApplicationShutdown {
  readonly #open = new Set<ServerResponse>();
  readonly #byGateway = new Map<string, (line: FeedLine) => void>();

  constructor(private readonly revisions: Revisions) {}

  onApplicationShutdown(): void {
    for (const response of this.#open) response.destroy();
  }

  /** Tells a gateway whose feed this process holds that work waits for it; of any other, another process tells it. */
  announce(gatewayId: string, jobId: string): void {
    this.#byGateway.get(gatewayId)?.({ type: 'job', id: jobId });
  }

  async open({ gatewayId, role }: Enrollee, response: ServerResponse, after: number): Promise<void> {
    let sent = Number.isSafeInteger(after) && after > 0 ? after : 0;
    let waiting: Revision[] | null = [];
    // Each role hears of its own documents, and of every revision: what does not concern it is served at once.
    const only = (pointers: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.entries(pointers).filter(([pointer]) => concerns(role, pointer)));
    const send = (line: FeedLine): void => {
      response.write(`${JSON.stringify(line)}\n`);
      if (response.writableLength > LARGEST_BACKLOG) response.destroy();
    };
    const deliver = ({ n, changes }: Revision): void => {
      if (n <= sent) return;
      sent = n;
      send({ type: 'delta', revision: n, set: only(changes.set), drop: changes.drop.filter(pointer => concerns(role, pointer)) });
    };
    // Heard before the past is read, so that nothing falls between the two.
    const unsubscribe = this.revisions.subscribe(revision => (waiting === null ? deliver(revision) : void waiting.push(revision)));
    const ping = setInterval(() => { if (waiting === null) send({ type: 'ping', revision: sent }); }, PING_MS);
    this.#open.add(response);
    response.once('close', () => { clearInterval(ping); unsubscribe(); this.#open.delete(response); if (this.#byGateway.get(gatewayId) === send) this.#byGateway.delete(gatewayId); });
    response.on('error', () => response.destroy());

    const missed = sent > 0 ? await this.revisions.since(sent) : null;
    response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
    if (missed === null) {
      const { revision, pointers } = await this.revisions.state();
      sent = revision;
      send({ type: 'state', revision, pointers: only(pointers) });
    } else {
      for (const revision of missed) deliver(revision);
      send({ type: 'ping', revision: sent });
    }
    const heard = waiting;
    waiting = null;
    for (const revision of heard) deliver(revision);
    // A feed that closed while the past was read must not stand where a newer one of the same gateway may stand by now.
    if (!response.destroyed) this.#byGateway.set(gatewayId, send);
  }
}
