import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { MetricsLedger, UsageLedger } from '@gatehouse/data-exchange';
import { pino } from 'pino';
import { readConfig } from './config.js';
import { Gateway } from './gateway.js';
import { RedisTelling } from './ports/redis-telling.js';
import { systemClock } from './ports/system-clock.js';
import { privateDoor } from './private/private-door.js';
import { ControlLink } from './snapshots/control-link.js';

const { version: VERSION } = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../package.json'), 'utf8')) as { version: string };
const config = readConfig(process.env);
const log = pino({ name: 'gateway', level: config.logLevel });
const metrics = new MetricsLedger(systemClock);
const usage = new UsageLedger(systemClock);

/** The supervisor writes the token beside the credentials; it may come later than this process. */
function enrolToken(): string | null {
  const file = path.join(config.dataDir, 'enrol-token');
  return config.enrolToken ?? (existsSync(file) ? readFileSync(file, 'utf8').trim() : null);
}

const link: ControlLink = new ControlLink(
  { controlUrl: config.controlUrl, dataDir: config.dataDir, enrolToken, name: config.name ?? hostname(), version: VERSION, address: `http://localhost:${config.port}` },
  {
    clock: systemClock, log,
    telemetry: { drainMetrics: () => metrics.drainMetrics(), drainUsage: () => usage.drainUsage() },
    shared: gateways => gateway.buckets.setGateways(gateways),
    digest: digest => gateway.book.setDigest(digest),
    runJob: job => gateway.run(job),
  },
);
const gateway = new Gateway(config, { clock: systemClock, log, quotas: link.quotas, metrics, usage });
const door = privateDoor({
  isReady: () => link.isReady && !isStopping, requests: () => metrics.totals, inFlight: () => gateway.inFlight, stages: () => gateway.switchboard.stageCount, revision: () => link.revision,
});

const telling = config.redisUrl === null ? null : new RedisTelling(config.redisUrl, gateway.buckets, systemClock, log);

let isStopping = false;
/** A drained gateway loses no request: readiness goes first, then the listener, then the link that ships the last figures. */
async function stop(signal: string): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  log.info({ signal }, 'draining');
  await gateway.stop(config.drainMs);
  telling?.stop();
  await link.stop();
  door.close();
  process.exit(0);
}
process.on('SIGTERM', signal => void stop(signal));
process.on('SIGINT', signal => void stop(signal));

telling?.start();
await link.start(gateway.switchboard);
await new Promise<void>((resolve, reject) => door.once('error', reject).listen(config.privatePort, config.bind, resolve));
const port = await gateway.listener.listen(config.port, config.bind);
for (const { vpcEndpointId, port: at, listener } of gateway.privateListeners) log.info({ vpcEndpointId, port: await listener.listen(at, config.bind) }, 'serving private apis');
log.info({ port, privatePort: config.privatePort, bind: config.bind }, 'serving');
