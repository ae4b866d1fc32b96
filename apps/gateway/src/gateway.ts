import path from 'node:path';
import type { GatewayJob, TestInvocationAnswer } from '@gatehouse/contract-snapshot';
import { AccessBook, LinkBook, LocalBuckets, NO_EXECUTION_LOG, type Clock, type MetricsLedger, type Ports, type Quotas, type UsageLedger } from '@gatehouse/data-exchange';
import type { Logger } from 'pino';
import type { GatewayConfig } from './config.js';
import type { Entry } from './entry.js';
import { HostBook } from './host-book.js';
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
type Settings = Pick<GatewayConfig, 'dataDir' | 'outboundPrivate' | 'rateHeaders' | 'region' | 'domain' | 'pathForm' | 'listener'> & Partial<Pick<GatewayConfig, 'endpointTypes' | 'privateListeners'>> & Pick<ListenerOptions, 'headersTimeoutMs' | 'keepAliveMs'>;

/** One gateway, wired: what it serves comes in by `switchboard`, requests by `listener`. */
export class Gateway {
  readonly switchboard: Switchboard;
  readonly listener: Listener;
  /** One for each VPC endpoint, in the order of the settings. */
  readonly privateListeners: readonly { readonly vpcEndpointId: string; readonly port: number; readonly listener: Listener }[];
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
    const hosts = new HostBook();
    const links = new LinkBook();
    const ports: Ports = {
      buckets: this.buckets, clock, diagnostics: new FaultLog(log), executionLog: NO_EXECUTION_LOG, keys: this.book, logs: this.#logs, metrics, settings: { rateHeaders: settings.rateHeaders }, upstream: this.#upstream, vpcLinks: links,
    };
    this.#ports = ports;
    this.switchboard = new Switchboard({ ports, book: this.book, buckets: this.buckets, hosts, links });
    const { region, domain, pathForm, headersTimeoutMs, keepAliveMs, endpointTypes = new Set(['EDGE', 'REGIONAL']), privateListeners = [] } = settings;
    const listenerAt = (entry: Entry): Listener => {
      const options: ListenerOptions = {
        finder: new RouteFinder(this.switchboard, hosts, { region, domain, pathForm }, entry, ports), clock, onBug: error => log.error({ err: error }, 'a bug: the exchange was cut off'),
        ...(headersTimeoutMs === undefined ? {} : { headersTimeoutMs }), ...(keepAliveMs === undefined ? {} : { keepAliveMs }),
      };
      return settings.listener === 'node' ? new NodeListener(options) : new RawListener(options);
    };
    this.listener = listenerAt({ kind: 'public', endpointTypes });
    this.privateListeners = privateListeners.map(({ vpcEndpointId, port }) => ({ vpcEndpointId, port, listener: listenerAt({ kind: 'private', vpcEndpointId }) }));
  }

  get inFlight(): number {
    return this.privateListeners.reduce((sum, { listener }) => sum + listener.inFlight, this.listener.inFlight);
  }

  /** Work that the control tower asks of this gateway. */
  run(job: GatewayJob): Promise<TestInvocationAnswer> {
    return runTestInvocation(job, this.#ports);
  }

  /** Lets what is under way end, then frees everything. */
  async stop(graceMs: number): Promise<void> {
    await Promise.all([this.listener, ...this.privateListeners.map(({ listener }) => listener)].map(listener => listener.drain(graceMs)));
    this.#upstream.close();
    await this.#logs.close();
  }
}
