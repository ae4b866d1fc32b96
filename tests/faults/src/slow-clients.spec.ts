import { readFileSync } from 'node:fs';
import net from 'node:net';
import { CreateRestApiCommand, DeleteRestApiCommand, GetRestApisCommand } from '@aws-sdk/client-api-gateway';
import { addMethod, ask, deploy, newApi } from '@gatehouse/tests-system';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Fleet } from './fleet.js';
import { quantile } from './program.js';

let fleet: Fleet;
beforeAll(async () => { fleet = await Fleet.start({ gateways: 1 }); });
afterAll(() => fleet?.stop());

const residentMb = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;

/** A client that means no good: it says its first bytes, then one more each second, and reads nothing when `isDeaf`. */
class Slow {
  isClosed = false;
  closedAfterMs = 0;
  readonly #socket: net.Socket;
  readonly #began = performance.now();
  #timer: NodeJS.Timeout | null = null;

  constructor(url: string, first: string | Buffer, drip: string, isDeaf = false) {
    const { hostname, port } = new URL(url);
    this.#socket = net.connect(Number(port), hostname, () => {
      if (first.length > 0) this.#socket.write(first);
      if (drip !== '') this.#timer = setInterval(() => this.#socket.write(drip), 1_000);
    });
    if (isDeaf) this.#socket.pause();
    else this.#socket.resume();
    this.#socket.on('error', () => this.#socket.destroy());
    this.#socket.on('close', () => this.#closed());
    this.#socket.on('end', () => this.#closed());
  }

  end(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#socket.destroy();
  }

  #closed(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.closedAfterMs = performance.now() - this.#began;
    this.end();
  }
}

const HEAD = 'POST /restapis HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
const KINDS: Readonly<Record<string, (url: string) => Slow>> = {
  'says nothing': url => new Slow(url, '', ''),
  'drips its head': url => new Slow(url, 'GET /restapis HTTP/1.1\r\nHost: localhost\r\nX-A: ', 'a'),
  'drips its body': url => new Slow(url, `${HEAD}Content-Length: 1000\r\n\r\n{`, ' '),
  'drips chunks': url => new Slow(url, `${HEAD}Transfer-Encoding: chunked\r\n\r\n`, '1\r\n \r\n'),
  'never reads': url => new Slow(url, 'GET /console/ HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(20), '', true),
};

/** Good callers for a while: reads and writes through AWS's SDK, and a deployment that has to reach the gateway. */
async function goodCallers(forMs: number): Promise<{ readonly tookMs: number[]; readonly failed: string[] }> {
  const tookMs: number[] = [];
  const failed: string[] = [];
  const until = performance.now() + forMs;
  const timed = async (work: () => Promise<unknown>): Promise<void> => {
    const began = performance.now();
    try { await work(); } catch (error) { failed.push(String(error)); }
    tookMs.push(performance.now() - began);
  };
  const reader = async (): Promise<void> => { while (performance.now() < until) { await timed(() => fleet.aws.send(new GetRestApisCommand({ limit: 5 }))); await new Promise(resolve => setTimeout(resolve, 20)); } };
  const writer = async (): Promise<void> => {
    while (performance.now() < until) {
      await timed(async () => { const { id } = await fleet.aws.send(new CreateRestApiCommand({ name: 'good' })); await fleet.aws.send(new DeleteRestApiCommand({ restApiId: id! })); });
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  };
  await Promise.all([reader(), reader(), writer()]);
  return { tookMs, failed };
}

describe('1,000 slow clients of the management API', () => {
  it('good callers are served as if they were alone, and who owes a head is cut off', async () => {
    const alone = await goodCallers(3_000);
    const before = residentMb(fleet.apis[0]!.program.pid);
    const slow = Object.entries(KINDS).flatMap(([kind, make]) => Array.from({ length: 200 }, () => ({ kind, client: make(fleet.reach.managementUrl) })));
    const atOtherDoor = Array.from({ length: 200 }, (_, i) => Object.values(KINDS)[i % 4]!(fleet.reach.gatewaysUrl));
    await new Promise(resolve => setTimeout(resolve, 1_000));
    const among = await goodCallers(14_000);
    const api = await newApi(fleet.aws, 'among the slow');
    await addMethod(fleet.aws, api.restApiId, api.rootId, 'x', { integration: { type: 'MOCK' } });
    expect(await fleet.rest.served(api.restApiId, await deploy(fleet.aws, api.restApiId))).toMatchObject({ state: 'active' });
    expect((await ask(`${fleet.gateways[0]!.url}/dev/x`, { host: api.host })).status).toBe(200);
    const after = residentMb(fleet.apis[0]!.program.pid);
    const cut = Object.fromEntries(Object.keys(KINDS).map(kind => [kind, slow.filter(one => one.kind === kind && one.client.isClosed).length]));
    const ms = ({ tookMs }: { tookMs: number[] }): string => `p50 ${quantile(tookMs, 0.5).toFixed(1)} ms, p99 ${quantile(tookMs, 0.99).toFixed(1)} ms of ${tookMs.length}`;
    console.log(`good callers alone: ${ms(alone)}; among 1,200 slow ones: ${ms(among)}, ${among.failed.length} failed; memory +${(after - before).toFixed(0)} MB; cut off after 15 s: ${JSON.stringify(cut)}`);
    for (const { client } of slow) client.end();
    for (const client of atOtherDoor) client.end();
    expect(among.failed).toEqual([]);
    expect(quantile(among.tookMs, 0.99)).toBeLessThan(1_000);
    expect(cut['says nothing']).toBe(200);
    expect(cut['drips its head']).toBe(200);
    expect(after - before).toBeLessThan(250);
  });

  it('bodies that nobody has signed for cost no memory: 100 strangers with 9 MB each', async () => {
    const before = residentMb(fleet.apis[0]!.program.pid);
    const bodyBytes = 9 * 1024 * 1024;
    const first = Buffer.concat([Buffer.from(`${HEAD}Content-Length: ${bodyBytes + 10}\r\n\r\n`), Buffer.alloc(bodyBytes, ' ')]);
    const strangers = Array.from({ length: 100 }, () => new Slow(fleet.reach.managementUrl, first, ' '));
    const among = await goodCallers(5_000);
    const after = residentMb(fleet.apis[0]!.program.pid);
    for (const client of strangers) client.end();
    console.log(`100 strangers with 9 MB each: memory +${(after - before).toFixed(0)} MB; good callers p99 ${quantile(among.tookMs, 0.99).toFixed(1)} ms, ${among.failed.length} failed`);
    expect(among.failed).toEqual([]);
    expect(quantile(among.tookMs, 0.99)).toBeLessThan(2_000);
    expect(after - before).toBeLessThan(300);
    expect(fleet.apis[0]!.program.isRunning).toBe(true);
  });
});
