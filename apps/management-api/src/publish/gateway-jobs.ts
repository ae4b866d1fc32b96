import { Injectable } from '@nestjs/common';
import { newRequestId } from '@gatehouse/contract-primitives';
import { GatewayJobAnswer, type GatewayJob, type TestInvocationAnswer } from '@gatehouse/contract-snapshot';
import { ServiceFault } from '@gatehouse/contract-wire';
import { DataSource } from 'typeorm';
import { Settings } from '../platform/settings.js';
import { Feed } from './feed.js';
import { Gateways } from './gateways.service.js';
import { Notifications } from './notifications.js';

const ASKED = 'gatehouse_jobs_asked';
const ANSWERED = 'gatehouse_jobs_answered';
/** A gateway hears of its job again after this long, and the answer is looked for: notifications may get lost, rows do not. */
const AGAIN_MS = 1_000;

interface JobRow { id: string; gateway_id: string; request: string; answer: string | null }

/**
 * Work for one gateway: the control tower has no way in, so it writes a row, the feed of that gateway announces it (whichever process of the
 * management API holds the feed), and the gateway fetches it and posts what came of it.
 */
@Injectable()
export class GatewayJobs {
  readonly #waiting = new Map<string, () => void>();

  constructor(
    private readonly store: DataSource, private readonly settings: Settings, private readonly gateways: Gateways, private readonly feed: Feed, notifications: Notifications,
  ) {
    notifications.on(ASKED, payload => {
      const [gatewayId = '', id = ''] = payload.split('/');
      this.feed.announce(gatewayId, id);
    });
    notifications.on(ANSWERED, id => this.#waiting.get(id)?.());
  }

  /** Asks one live gateway and waits for its answer. Throws ServiceUnavailableException when there is no gateway, or none answers in time. */
  async ask(job: GatewayJob, withinMs: number): Promise<TestInvocationAnswer> {
    const live = (await this.gateways.list()).filter(gateway => gateway.live);
    const gateway = live[Math.floor(Math.random() * live.length)];
    if (gateway === undefined) throw unavailable('No gateway is connected, so the method cannot be called');
    const { accountId, region } = this.settings;
    const id = newRequestId();
    await this.store.query('insert into gateway_jobs (id, account_id, region, gateway_id, kind, request) values ($1, $2, $3, $4, $5, $6)', [id, accountId, region, gateway.id, job.kind, JSON.stringify(job)]);
    try {
      return await this.#answerOf(gateway.id, id, Date.now() + withinMs);
    } finally {
      this.#waiting.delete(id);
      await this.store.query('delete from gateway_jobs where account_id = $1 and region = $2 and id = $3', [accountId, region, id]);
    }
  }

  /** The job, for the gateway that it is meant for; null for any other. */
  async find(gatewayId: string, id: string): Promise<string | null> {
    const { accountId, region } = this.settings;
    const rows: JobRow[] = await this.store.query('select request from gateway_jobs where account_id = $1 and region = $2 and id = $3 and gateway_id = $4 and answer is null', [accountId, region, id, gatewayId]);
    return rows[0]?.request ?? null;
  }

  /** Keeps what came of a job; an answer that nobody waits for any more, or of somebody else's job, is dropped. */
  async answer(gatewayId: string, answer: GatewayJobAnswer): Promise<void> {
    const { accountId, region } = this.settings;
    await this.store.query(
      'update gateway_jobs set answer = $5, answered_at = now(), version = version + 1, updated_at = now() where account_id = $1 and region = $2 and id = $3 and gateway_id = $4 and answer is null',
      [accountId, region, answer.id, gatewayId, JSON.stringify(answer)],
    );
    await this.store.query('select pg_notify($1, $2)', [ANSWERED, answer.id]);
  }

  async #answerOf(gatewayId: string, id: string, deadlineMs: number): Promise<TestInvocationAnswer> {
    const { accountId, region } = this.settings;
    for (;;) {
      const answered = new Promise<void>(resolve => {
        this.#waiting.set(id, resolve);
        setTimeout(resolve, Math.max(0, Math.min(AGAIN_MS, deadlineMs - Date.now())));
      });
      await this.store.query('select pg_notify($1, $2)', [ASKED, `${gatewayId}/${id}`]);
      await answered;
      const rows: JobRow[] = await this.store.query('select answer from gateway_jobs where account_id = $1 and region = $2 and id = $3', [accountId, region, id]);
      const text = rows[0]?.answer ?? null;
      if (text !== null) {
        const { answer, error } = GatewayJobAnswer.parse(JSON.parse(text));
        if (answer !== null) return answer;
        throw unavailable(`The gateway could not call the method: ${error}`);
      }
      if (Date.now() >= deadlineMs) throw unavailable('The gateway did not answer in time');
    }
  }
}

const unavailable = (message: string): ServiceFault => new ServiceFault('ServiceUnavailableException', message, { 'Retry-After': '2' });
