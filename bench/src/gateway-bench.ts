import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nginxPeerConfig, originConfig } from './peers/nginx.js';
import { treeCpuMs } from './process-cpu.js';
import { report, type PeerFigures } from './report.js';
import { LOAD_CORE, MEASURED_CORE, missingTools, runOn, startOn, untilListening } from './tools.js';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 4);
const API_KEY = 'bench-key-0123456789abcdef';
const here = path.dirname(fileURLToPath(import.meta.url));
const PORTS = { origin: 19_400, gateway: 19_401, nginx: 19_402, fastify: 19_403 };
/** glibc gives memory back too eagerly for a process that reuses it at once; the supervisor starts gateways with the same two settings. */
const MALLOC = { MALLOC_TRIM_THRESHOLD_: '268435456', MALLOC_TOP_PAD_: '16777216' };

interface Peer { readonly name: string; readonly port: number; readonly pid: number; readonly host: string; readonly target: string }

async function saturate({ port, pid, host, target }: Peer, seconds = SECONDS): Promise<{ readonly cpuUs: number; readonly rps: number }> {
  const load = (duration: number) => runOn(LOAD_CORE, 'wrk', ['-t1', '-c64', `-d${duration}s`, '-H', `Host: ${host}`, '-H', `x-api-key: ${API_KEY}`, `http://127.0.0.1:${port}${target}`]);
  await load(1);
  const cpuBefore = treeCpuMs(pid);
  const text = await load(seconds);
  const cpuMs = treeCpuMs(pid) - cpuBefore;
  const requests = Number(/(\d+) requests in/.exec(text)?.[1] ?? 0);
  if (/Non-2xx/.test(text) || requests === 0) throw new Error(`the load on port ${port} met refusals:\n${text}`);
  return { cpuUs: (cpuMs * 1_000) / requests, rps: requests / seconds };
}

async function paced({ port, host, target }: Peer, rate: number): Promise<{ readonly p50Us: number; readonly p99Us: number }> {
  const text = await runOn(LOAD_CORE, process.execPath, [path.join(here, 'paced-load.js'), String(port), String(rate), '3', host, target, API_KEY]);
  const figures = JSON.parse(text) as { count: number; errors: number; p50Us: number; p99Us: number };
  if (figures.errors > 0) throw new Error(`${figures.errors} paced requests to port ${port} failed`);
  return figures;
}

/** The gateway beside its peers: writes RESULTS.md. */
export async function benchGateway(): Promise<void> {
  const missing = missingTools();
  if (missing.length > 0 || cpus().length < 2) {
    console.log(`The benchmark needs two cores and nginx, wrk and taskset on PATH${missing.length > 0 ? `; missing: ${missing.join(', ')}` : ''}.`);
    return;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-bench-'));
  const origin = startOn(LOAD_CORE, 'nginx', originConfig(path.join(folder, 'origin'), PORTS.origin));
  const node = (file: string, ...args: readonly string[]) => startOn(MEASURED_CORE, process.execPath, [path.join(here, 'peers', file), ...args], MALLOC);
  const children = {
    gateway: node('gateway-peer.js', String(PORTS.gateway), String(PORTS.origin), API_KEY, path.join(folder, 'gateway')),
    nginx: startOn(MEASURED_CORE, 'nginx', nginxPeerConfig(path.join(folder, 'nginx'), PORTS.nginx, PORTS.origin, API_KEY)),
    fastify: node('fastify-peer.js', String(PORTS.fastify), String(PORTS.origin), API_KEY),
  };
  const stop = (): void => { for (const child of [origin, ...Object.values(children)]) child.kill('SIGTERM'); };
  process.once('exit', stop);
  try {
    await Promise.all(Object.values(PORTS).map(port => untilListening(port)));
    const peers: readonly Peer[] = [
      { name: 'gatehouse gateway', port: PORTS.gateway, pid: children.gateway.pid ?? 0, host: 'bench12345.execute-api.localhost', target: '/prod/items/42' },
      { name: 'nginx', port: PORTS.nginx, pid: children.nginx.pid ?? 0, host: 'localhost', target: '/items/42' },
      { name: '@fastify/http-proxy', port: PORTS.fastify, pid: children.fastify.pid ?? 0, host: 'localhost', target: '/items/42' },
    ];
    // Compilers warm up first: what they cost once is no part of a request.
    for (const peer of peers) await saturate(peer, 4);
    const figures = new Map<string, PeerFigures[]>(peers.map(({ name }) => [name, []]));
    for (let round = 0; round < ROUNDS; round++) {
      // Each round begins with another peer, so none always runs on the same neighbour's noise.
      for (let i = 0; i < peers.length; i++) {
        const peer = peers[(i + round) % peers.length]!;
        const { cpuUs, rps } = await saturate(peer);
        const { p50Us, p99Us } = await paced(peer, Math.round(rps * 0.2));
        figures.get(peer.name)!.push({ cpuUs, rps, p50Us, p99Us });
        console.log(`round ${round + 1} ${peer.name}: ${cpuUs.toFixed(1)} us CPU, ${Math.round(rps)} rps, p99 at 20 % ${(p99Us / 1_000).toFixed(2)} ms`);
      }
    }
    const text = report(figures);
    writeFileSync(path.join(here, '..', 'RESULTS.md'), text);
    console.log(text);
  } finally {
    stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
