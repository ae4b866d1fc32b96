import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres, type EmbeddedPostgres } from '@gatehouse/control-embedded';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ask } from './http.js';
import { eventually, OwnRest } from './own-rest.js';
import { addMethod, client, deploy, keyWithPlan, newApi, type PetApi } from './pet-api.js';
import { freePort, type Reach } from './product.js';
import { program } from './programs.js';

const ROOT = path.resolve(import.meta.dirname, '../../..');
interface Service { readonly image?: string; readonly command?: readonly string[]; readonly environment?: Readonly<Record<string, string>>; readonly ports?: readonly string[] }

const compose = parse(readFileSync(path.join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }) as { services: Record<string, Service> };
const folder = mkdtempSync(path.join(os.tmpdir(), 'gatehouse-compose-'));
const running: { name: string; child: ChildProcess }[] = [];
const ports: Record<string, number> = {};
let secrets: Record<string, string> = {};
let postgres: EmbeddedPostgres;
let reach: Reach;
let api: PetApi;
let value = '';

/** What compose does with `${NAME}` and `${NAME:?text}`. */
const filled = (text: string): string => text.replace(/\$\{(\w+)(?::([?-])([^}]*))?\}/g, (_, name: string, kind: string | undefined, word: string | undefined) => {
  const found = secrets[name];
  if (found === undefined && kind !== '-') throw new Error(`compose would stop here: ${name} is not in .env`);
  return found ?? word ?? '';
});

/** A service's environment, with the names and ports of compose's network turned into this machine's. */
function environmentOf(name: string): Record<string, string> {
  const own = Object.fromEntries(Object.entries(compose.services[name]!.environment ?? {}).map(([key, text]) => [key, filled(String(text))]));
  const local = (text: string): string => text.replace(/\/\/(management-api|redis):(\d+)/g, (_, service: string, port: string) => `//127.0.0.1:${ports[`${service}:${port}`]}`)
    .replace(/^postgres:\/\/.*@postgres:5432\/gatehouse$/, postgres.url('gatehouse'));
  return Object.fromEntries(Object.entries(own).map(([key, text]) => [key, local(text)]));
}

/** Starts a service's own command as a plain process; only addresses and folders differ from the container's. */
function start(name: string, more: Readonly<Record<string, string>>): ChildProcess {
  const [command = '', ...args] = compose.services[name]!.command!;
  const dataDir = path.join(folder, name);
  mkdirSync(dataDir, { recursive: true });
  const executable = command === 'node' ? process.execPath : command;
  const environment = environmentOf(name);
  const child = spawn(executable, args, {
    cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], ...environment, ...('GATEHOUSE_DATA_DIR' in environment && { GATEHOUSE_DATA_DIR: dataDir }), GATEHOUSE_BIND: '127.0.0.1', ...more },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { text = (text + chunk).slice(-4_000); });
  child.once('exit', code => { if (code !== 0 && code !== null) console.error(`${name} ended with ${code}: ${text}`); });
  running.push({ name, child });
  return child;
}

const ended = (child: ChildProcess): Promise<number | null> => new Promise(resolve => (child.exitCode !== null || child.signalCode !== null ? resolve(child.exitCode) : child.once('exit', resolve)));
const answers = (url: string): Promise<true> => eventually(async () => ((await ask(url)).status === 200 ? true : null), 30_000);

beforeAll(async () => {
  chmodSync(folder, 0o755);
  execFileSync(process.execPath, [path.join(ROOT, 'tools/make-env.mjs'), path.join(folder, '.env')]);
  secrets = Object.fromEntries(readFileSync(path.join(folder, '.env'), 'utf8').trim().split('\n').map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
  for (const name of ['management-api:4000', 'management-api:4002', 'redis:6379', 'gateway-1:8080', 'gateway-1:8081', 'gateway-2:8080', 'gateway-2:8081', 'console:8000']) ports[name] = await freePort();

  postgres = await startPostgres({ folder: path.join(folder, 'postgres'), durable: false });
  const { Client } = (await import('pg')).default;
  const admin = new Client({ connectionString: postgres.url() });
  await admin.connect();
  await admin.query('create database gatehouse');
  await admin.end();

  program('redis-server', 'redis-server');
  running.push({ name: 'redis', child: spawn('redis-server', [...compose.services['redis']!.command!.slice(1), '--port', String(ports['redis:6379']), '--bind', '127.0.0.1'], { cwd: folder, stdio: 'ignore' }) });
  expect(await ended(start('migrate', {}))).toBe(0);
  start('management-api', { GATEHOUSE_PORT: String(ports['management-api:4000']), GATEHOUSE_GATEWAYS_PORT: String(ports['management-api:4002']) });
  await answers(`http://127.0.0.1:${ports['management-api:4000']}/health/ready`);
  for (const name of ['gateway-1', 'gateway-2']) start(name, { GATEHOUSE_GATEWAY_PORT: String(ports[`${name}:8080`]), GATEHOUSE_GATEWAY_PRIVATE_PORT: String(ports[`${name}:8081`]) });
  for (const name of ['gateway-1', 'gateway-2']) await answers(`http://127.0.0.1:${ports[`${name}:8081`]}/health/ready`);

  const managementUrl = `http://127.0.0.1:${ports['management-api:4000']}`;
  reach = {
    managementUrl, gatewaysUrl: '', gatewayUrl: `http://127.0.0.1:${ports['gateway-1:8080']}`, privateUrl: '', petstoreUrl: '', region: 'us-east-1', userName: 'admin', password: secrets['GATEHOUSE_ADMIN_PASSWORD']!,
    credentialsFile: '', accessKeyId: secrets['GATEHOUSE_ADMIN_ACCESS_KEY_ID']!, secretAccessKey: secrets['GATEHOUSE_ADMIN_SECRET_ACCESS_KEY']!, dataDir: folder,
  };
});
afterAll(async () => {
  for (const { child } of running.reverse()) {
    child.kill('SIGTERM');
    await ended(child);
  }
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const call = (gateway: string, key?: string): ReturnType<typeof ask> => ask(`http://127.0.0.1:${ports[`${gateway}:8080`]}/dev/keyed`, { host: api.host, ...(key && { headers: { 'x-api-key': key } }) });

describe('docker-compose.yml, its commands run as plain processes', () => {
  it('names only programs and files that exist', () => {
    for (const [name, { command }] of Object.entries(compose.services)) {
      const script = command?.find(word => word.endsWith('.js'));
      if (script) expect([name, existsSync(path.join(ROOT, script))]).toEqual([name, true]);
    }
    for (const file of ['deploy/Dockerfile', 'deploy/console.Dockerfile', 'deploy/console.nginx.conf.template', 'deploy/healthcheck.mjs']) expect([file, existsSync(path.join(ROOT, file))]).toEqual([file, true]);
    expect(Object.keys(compose.services).sort()).toEqual(['console', 'gateway-1', 'gateway-2', 'management-api', 'migrate', 'postgres', 'redis']);
  });

  it('a call is served through both gateways, and a strange key by neither', async () => {
    const aws = client(reach);
    api = await newApi(aws);
    await addMethod(aws, api.restApiId, api.rootId, 'keyed', { integration: { type: 'MOCK' }, apiKeyRequired: true });
    const rest = await OwnRest.signIn(reach);
    expect(await rest.served(api.restApiId, await deploy(aws, api.restApiId))).toMatchObject({ state: 'active', served: 2, total: 2 });
    ({ value } = await keyWithPlan(aws, api.restApiId, { throttle: { rateLimit: 0.01, burstLimit: 12 }, quota: { limit: 1_000, period: 'DAY' } }));
    for (const gateway of ['gateway-1', 'gateway-2']) {
      expect((await call(gateway, 'nobody-has-made-this-key')).status).toBe(403);
      await eventually(async () => ((await call(gateway, value)).status === 200 ? true : null));
    }
  });

  it('what one gateway admits is gone at the other: the burst of 12 is one burst, not two', async () => {
    const statuses = { 'gateway-1': [] as number[], 'gateway-2': [] as number[] };
    for (let i = 0; i < 14; i++) {
      statuses['gateway-1'].push((await call('gateway-1', value)).status);
      await new Promise(resolve => setTimeout(resolve, 60));
    }
    await new Promise(resolve => setTimeout(resolve, 200));
    for (let i = 0; i < 3; i++) statuses['gateway-2'].push((await call('gateway-2', value)).status);
    // Two of the twelve were spent while waiting for the key to arrive.
    expect(statuses['gateway-1'].filter(status => status === 200).length).toBeLessThanOrEqual(10);
    expect(statuses['gateway-1'].at(-1)).toBe(429);
    expect(statuses['gateway-2']).toEqual([429, 429, 429]);
  });

  it('Redis stopped and then killed: calls are answered as fast as before, and limits still hold', async () => {
    const aws = client(reach);
    const { value: other } = await keyWithPlan(aws, (await withSecondApi(aws)).restApiId, { throttle: { rateLimit: 1_000, burstLimit: 1_000 } });
    const redis = running.find(({ name }) => name === 'redis')!.child;
    const secondCall = (): ReturnType<typeof ask> => ask(`http://127.0.0.1:${ports['gateway-1:8080']}/dev/keyed`, { host: second!.host, headers: { 'x-api-key': other } });
    await eventually(async () => ((await secondCall()).status === 200 ? true : null));
    for (const signal of ['SIGSTOP', 'SIGKILL'] as const) {
      redis.kill(signal);
      const slowest = { ms: 0 };
      for (let i = 0; i < 30; i++) {
        const began = performance.now();
        expect((await secondCall()).status).toBe(200);
        slowest.ms = Math.max(slowest.ms, performance.now() - began);
        await new Promise(resolve => setTimeout(resolve, 10));
      }
      // A request that waited for Redis would wait for ever; the bound is wide, because the machine is shared.
      expect(slowest.ms).toBeLessThan(1_000);
    }
    expect((await call('gateway-1', value)).status).toBe(429);
  });

  it('the console is served by nginx on one origin with the API', async () => {
    program('nginx', 'nginx-light');
    const environment = { ...environmentOf('console'), LISTEN: `127.0.0.1:${ports['console:8000']}`, CONSOLE_DIST: path.join(ROOT, 'apps/console/dist') };
    const site = readFileSync(path.join(ROOT, 'deploy/console.nginx.conf.template'), 'utf8').replace(/\$\{(\w+)\}/g, (_, name: string) => environment[name as keyof typeof environment] ?? '');
    const file = path.join(folder, 'nginx.conf');
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(kind => `${kind}_temp_path ${folder}/nginx-${kind};`).join(' ');
    writeFileSync(file, `pid ${folder}/nginx.pid; error_log stderr; events {} http { include /etc/nginx/mime.types; access_log off; ${temporary} ${site} }`);
    const [command = '', ...args] = compose.services['console']!.command!;
    running.push({ name: 'console', child: spawn(command, ['-c', file, ...args], { stdio: 'ignore' }) });
    const at = `http://127.0.0.1:${ports['console:8000']}`;
    const page = await eventually(async () => { const answer = await ask(`${at}/console/apis/deep/link`); return answer.status === 200 ? answer : null; });
    expect(page.body).toContain('<div id="root">');
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect((await ask(`${at}/restapis`)).status).toBe(403);
    const rest = await OwnRest.signIn({ ...reach, managementUrl: at });
    expect(await rest.get('/info')).toMatchObject({ accountId: '123456789012' });
  });
});

let second: PetApi | null = null;
async function withSecondApi(aws: ReturnType<typeof client>): Promise<PetApi> {
  second = await newApi(aws, 'second');
  await addMethod(aws, second.restApiId, second.rootId, 'keyed', { integration: { type: 'MOCK' }, apiKeyRequired: true });
  await deploy(aws, second.restApiId);
  return second;
}
