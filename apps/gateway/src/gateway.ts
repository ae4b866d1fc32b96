import path from 'node:path';
import type { GatewayJob, TestInvocationAnswer } from '@gatehouse/contract-snapshot';
import { AccessBook, LocalBuckets, NO_EXECUTION_LOG, type Clock, type MetricsLedger, type Ports, type Quotas, type UsageLedger } from '@gatehouse/data-exchange';
import type { Logger } from 'pino';
import type { GatewayConfig } from './config.js';
import type { Listener, ListenerOptions } from './listen/listener.js';
import { NodeListener } from './listen/node-listener.js';
import { RawListener } from './listen/raw/raw-listener.js';
import { FaultLog } from './ports/fault-log.js';
import { FileLogs } from './ports/file-logs.js';
import { UpstreamClient } from './ports/upstream/upstream-client.js';
import { RouteFinder } from './route-finder.js';
import { Switchboard } from './switchboard.js';
import { runTestInvocation } from './test-invocation.js';

export interface GatewayWorld { readonly clock: Clock; readonly log: Logger; readonly quotas: Quotas; readonly metrics: MetricsLedger; readonly usage: UsageLedger }
type Settings = Pick<GatewayConfig, 'dataDir' | 'outboundPrivate' | 'rateHeaders' | 'region' | 'domain' | 'pathForm' | 'listener'> & Pick<ListenerOptions, 'headersTimeoutMs' | 'keepAliveMs'>;

/** One gateway, wired: what it serves comes in by `switchboard`, requests by `listener`. */
export class Gateway {
  readonly switchboard: Switchboard;
  readonly listener: Listener;
  readonly book: AccessBook;
  readonly buckets: LocalBuckets;
  readonly #logs: FileLogs;
  readonly #upstream: UpstreamClient;
  readonly #ports: Ports;

  constructor(settings: Settings, { clock, log, quotas, metrics, usage }: GatewayWorld) {
    this.buckets = new LocalBuckets(clock);
    // Until the gateway is enrolled no value has a digest, so no key is known.
    this.book = new AccessBook(() => '', { buckets: this.buckets, quotas, usage });
    this.#logs = new FileLogs({ folder: path.join(settings.dataDir, 'logs', 'access'), onError: error => log.error({ err: error }, 'access log') });
    this.#upstream = new UpstreamClient({ outboundPrivate: settings.outboundPrivate });
    const ports: Ports = {
      buckets: this.buckets, clock, diagnostics: new FaultLog(log), executionLog: NO_EXECUTION_LOG, keys: this.book, logs: this.#logs, metrics, settings: { rateHeaders: settings.rateHeaders }, upstream: this.#upstream,
    };
    this.#ports = ports;
    this.switchboard = new Switchboard({ ports, book: this.book, buckets: this.buckets });
    const { region, domain, pathForm } = settings;
    const finder = new RouteFinder(this.switchboard, { region, domain, pathForm }, ports);
    const { headersTimeoutMs, keepAliveMs } = settings;
    const options: ListenerOptions = {
      finder, clock, onBug: error => log.error({ err: error }, 'a bug: the exchange was cut off'),
      ...(headersTimeoutMs === undefined ? {} : { headersTimeoutMs }), ...(keepAliveMs === undefined ? {} : { keepAliveMs }),
    };
    this.listener = settings.listener === 'node' ? new NodeListener(options) : new RawListener(options);
  }

  /** Work that the control tower asks of this gateway. */
  run(job: GatewayJob): Promise<TestInvocationAnswer> {
    return runTestInvocation(job, this.#ports);
  }

  /** Lets what is under way end, then frees everything. */
  async stop(graceMs: number): Promise<void> {
    await this.listener.drain(graceMs);
    this.#upstream.close();
    await this.#logs.close();
  }
}
