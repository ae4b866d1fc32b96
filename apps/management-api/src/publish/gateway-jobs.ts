import { Injectable } from '@nestjs/common';
import { newRequestId } from '@gatehouse/contract-primitives';
import { Vault } from '@gatehouse/control-store';
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

/** A gateway that has not fetched its job after so many announcements may be dead, whatever its last heartbeat said: another one is asked. */
const PATIENCE = 2;

interface JobRow { id: string; gateway_id: string; request: string; answer: string | null; version: number }

/**
 * Work for one gateway: the control tower has no way in, so it writes a row, the feed of that gateway announces it (whichever process of the
 * management API holds the feed), and the gateway fetches it and posts what came of it. What callers send in a test, credentials among it, lies sealed in the row.
 */
@Injectable()
export class GatewayJobs {
  readonly #waiting = new Map<string, () => void>();

  constructor(
    private readonly store: DataSource, private readonly settings: Settings, private readonly gateways: Gateways, private readonly feed: Feed,
    private readonly vault: Vault, notifications: Notifications,
  ) {
    notifications.on(ASKED, payload => {
      const [gatewayId = '', id = ''] = payload.split('/');
      this.feed.announce(gatewayId, id);
    });
    notifications.on(ANSWERED, id => this.#waiting.get(id)?.());
  }

  /** Asks one live gateway and waits for its answer. Throws ServiceUnavailableException when there is no gateway, or none answers in time. */
  async ask(job: GatewayJob, withinMs: number): Promise<TestInvocationAnswer> {
    const live = (await this.gateways.list()).filter(gateway => gateway.live && gateway.role === 'gateway').map(gateway => ({ id: gateway.id, at: Math.random() })).sort((a, b) => a.at - b.at);
    const [gateway] = live;
    if (gateway === undefined) throw unavailable('No gateway is connected, so the method cannot be called');
    const { accountId, region } = this.settings;
    const id = newRequestId();
    await this.store.query('insert into gateway_jobs (id, account_id, region, gateway_id, kind, request) values ($1, $2, $3, $4, $5, $6)', [id, accountId, region, gateway.id, job.kind, this.vault.seal(JSON.stringify(job), id)]);
    try {
      return await this.#answerOf(live.map(candidate => candidate.id), id, Date.now() + withinMs);
    } finally {
      this.#waiting.delete(id);
      await this.store.query('delete from gateway_jobs where account_id = $1 and region = $2 and id = $3', [accountId, region, id]);
    }
  }

  /** The job, for the gateway that it is meant for; null for any other. A job that was fetched stays with its gateway: its version tells. */
  async find(gatewayId: string, id: string): Promise<string | null> {
    const { accountId, region } = this.settings;
    const [rows]: [JobRow[], number] = await this.store.query(
      'update gateway_jobs set version = version + 1, updated_at = now() where account_id = $1 and region = $2 and id = $3 and gateway_id = $4 and answer is null returning request', [accountId, region, id, gatewayId],
    );
    return rows[0] ? this.vault.unseal(rows[0].request, id) : null;
  }

  /** Keeps what came of a job; an answer that nobody waits for any more, or of somebody else's job, is dropped. */
  async answer(gatewayId: string, answer: GatewayJobAnswer): Promise<void> {
    const { accountId, region } = this.settings;
    await this.store.query(
      'update gateway_jobs set answer = $5, answered_at = now(), version = version + 1, updated_at = now() where account_id = $1 and region = $2 and id = $3 and gateway_id = $4 and answer is null',
      [accountId, region, answer.id, gatewayId, this.vault.seal(JSON.stringify(answer), answer.id)],
    );
    await this.store.query('select pg_notify($1, $2)', [ANSWERED, answer.id]);
  }

  async #answerOf(gatewayIds: readonly string[], id: string, deadlineMs: number): Promise<TestInvocationAnswer> {
    const { accountId, region } = this.settings;
    let [gatewayId = ''] = gatewayIds;
    for (let announced = 0; ; announced++) {
      if (announced > 0 && announced % PATIENCE === 0) gatewayId = await this.#handOn(id, gatewayId, gatewayIds[(announced / PATIENCE) % gatewayIds.length]!);
      const answered = new Promise<void>(resolve => {
        this.#waiting.set(id, resolve);
        setTimeout(resolve, Math.max(0, Math.min(AGAIN_MS, deadlineMs - Date.now())));
      });
      await this.store.query('select pg_notify($1, $2)', [ASKED, `${gatewayId}/${id}`]);
      await answered;
      const rows: JobRow[] = await this.store.query('select answer from gateway_jobs where account_id = $1 and region = $2 and id = $3', [accountId, region, id]);
      const text = rows[0]?.answer ?? null;
      if (text !== null) {
        const { answer, error } = GatewayJobAnswer.parse(JSON.parse(this.vault.unseal(text, id)));
        if (answer !== null) return answer;
        throw unavailable(`The gateway could not call the method: ${error}`);
      }
      if (Date.now() >= deadlineMs) throw unavailable('The gateway did not answer in time');
    }
  }

  /** Gives a job that nobody has fetched to the next gateway, and answers who has it now. */
  async #handOn(id: string, from: string, to: string): Promise<string> {
    const { accountId, region } = this.settings;
    const [, moved]: [unknown, number] = await this.store.query('update gateway_jobs set gateway_id = $4, updated_at = now() where account_id = $1 and region = $2 and id = $3 and version = 1', [accountId, region, id, to]);
    return moved > 0 ? to : from;
  }
}

const unavailable = (message: string): ServiceFault => new ServiceFault('ServiceUnavailableException', message, { 'Retry-After': '2' });
