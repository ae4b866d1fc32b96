import path from 'node:path';
import { createHmac } from 'node:crypto';
import type { Clock, Digest, Quotas } from '@gatehouse/data-exchange';
import { newSecret } from '@gatehouse/contract-primitives';
import type { Enrolled } from '@gatehouse/contract-snapshot';
import { ControlClient, GatewayIdentity, LastGood, pause, Pull } from '@gatehouse/data-link';
import type { Logger } from 'pino';
import type { Switchboard } from '../switchboard.js';
import { Jobs, type RunJob } from './jobs.js';
import { LeaseQuotas } from './lease-quotas.js';
import { Shipper, type TelemetrySources } from './shipper.js';

const HEARTBEAT_MS = 2_000;
const GIVE_BACK_MS = 2_000;
const SWEEP_MS = 600_000;

export interface LinkSettings {
  readonly controlUrl: string;
  readonly dataDir: string;
  /** Read at each try, because the management API may make it after this process has started. */
  enrolToken(): string | null;
  readonly name: string;
  readonly version: string;
  /** Where callers reach this gateway, for people. */
  readonly address: string;
}
export interface LinkWorld {
  readonly clock: Clock;
  readonly telemetry: TelemetrySources;
  readonly log: Logger;
  /** How many gateways live, this one included: what one may admit of a shared rate. */
  shared(gateways: number): void;
  digest(digest: Digest): void;
  /** Does what the control tower asks of this gateway. */
  readonly runJob: RunJob;
}

/** All that ties a gateway to the control tower. Nothing of it is on the request path but the quota counters, and those only when a slice is spent. */
export class ControlLink {
  readonly #boot = newSecret(12);
  readonly #client: ControlClient;
  readonly #identity: GatewayIdentity;
  readonly #lastGood: LastGood;
  readonly #shipper: Shipper;
  readonly #leases: LeaseQuotas;
  readonly #jobs: Jobs;
  readonly #stopping = new AbortController();
  readonly #timers: NodeJS.Timeout[] = [];
  #pull: Pull | null = null;
  #isReady = false;
  #isBeating = false;
  #isBeatDue = false;

  constructor(private readonly settings: LinkSettings, private readonly world: LinkWorld) {
    const folder = path.join(settings.dataDir, 'gateway');
    this.#client = new ControlClient(settings.controlUrl);
    this.#identity = new GatewayIdentity(folder, this.#client, settings.enrolToken, world.log);
    this.#lastGood = new LastGood(folder);
    this.#leases = new LeaseQuotas(this.#boot, request => this.#client.lease(request), world.clock);
    this.#jobs = new Jobs(this.#client, world.runJob, world.log);
    this.#shipper = new Shipper(folder, this.#boot, world.telemetry, batch => this.#client.ship(batch), world.log);
  }

  get quotas(): Quotas {
    return this.#leases;
  }

  /** True once something is served: from disk, or from the control tower. */
  get isReady(): boolean {
    return this.#isReady;
  }

  get revision(): number {
    return this.#pull?.revision ?? 0;
  }

  /** Serves from disk what is there, then follows the control tower for as long as the process lives. Resolves when the disk was read. */
  async start(switchboard: Switchboard): Promise<void> {
    this.#pull = new Pull(this.#client, this.#lastGood, switchboard, { applied: () => this.#applied(), unknown: () => this.#identity.forget(), job: id => void this.#jobs.take(id) }, this.world.log);
    const stored = this.#identity.stored();
    if (stored === null) this.#pull.doubt();
    else this.#believe(stored);
    // Without an identity no key is known, so what wants a key is refused; the rest is served as it was.
    if (await this.#pull.restore()) this.#isReady = true;
    void this.#follow(stored).catch((error: unknown) => { if (!this.#stopping.signal.aborted) this.world.log.error({ err: error }, 'the link to the control tower ended'); });
  }

  /** Called when no request is on its way any more: gives slices back and ships the last figures. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const timer of this.#timers) clearInterval(timer);
    await this.#leases.giveBack(true);
    await this.#shipper.stop();
  }

  async #follow(stored: Enrolled | null): Promise<void> {
    const { signal } = this.#stopping;
    if (stored === null) this.#believe(await this.#identity.enrol(this.settings, signal));
    this.#shipper.start();
    this.#timers.push(
      setInterval(() => void this.#beat(), HEARTBEAT_MS),
      setInterval(() => void this.#leases.giveBack(), GIVE_BACK_MS),
      setInterval(() => this.#sweep(), SWEEP_MS),
    );
    while (!signal.aborted) {
      const following = new AbortController();
      const isForgotten = this.#watchIdentity(following);
      await this.#pull!.follow(AbortSignal.any([signal, following.signal]));
      clearInterval(isForgotten);
      if (signal.aborted) return;
      this.#believe(await this.#identity.enrol(this.settings, signal));
      await pause(50, signal);
    }
  }

  /** Ends the pull when the control tower has forgotten us, so that we enrol anew. */
  #watchIdentity(following: AbortController): NodeJS.Timeout {
    return setInterval(() => { if (this.#identity.stored() === null) following.abort(); }, 500);
  }

  #believe({ gatewayId, key, digestKey }: Enrolled): void {
    this.#client.identify(gatewayId, key);
    const secret = Buffer.from(digestKey, 'base64');
    this.world.digest(presented => createHmac('sha256', secret).update(presented).digest('hex'));
  }

  #applied(): void {
    this.#isReady = true;
    void this.#beat();
  }

  /** One heartbeat at a time; a revision that was applied meanwhile is told with the next, at once. */
  async #beat(): Promise<void> {
    if (this.#isBeating) { this.#isBeatDue = true; return; }
    this.#isBeating = true;
    try {
      const { gateways } = await this.#client.heartbeat({
        boot: this.#boot, version: this.settings.version, address: this.settings.address,
        appliedRevision: this.#pull?.revision ?? 0, failures: [...(this.#pull?.failures ?? [])],
      });
      this.world.shared(gateways);
    } catch (error) {
      this.world.log.debug({ err: error }, 'a heartbeat was not heard');
    } finally {
      this.#isBeating = false;
    }
    if (this.#isBeatDue && !this.#stopping.signal.aborted) {
      this.#isBeatDue = false;
      void this.#beat();
    }
  }

  #sweep(): void {
    try {
      this.#lastGood.sweep(this.#lastGood.needed());
    } catch (error) {
      this.world.log.warn({ err: error }, 'old documents could not be swept');
    }
  }
}
