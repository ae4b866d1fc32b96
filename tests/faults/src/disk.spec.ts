import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UpdateApiKeyCommand, UpdateIntegrationResponseCommand } from '@aws-sdk/client-api-gateway';
import { addMethod, ask, changedEverywhere, deploy, eventually, keyWithPlan, newApi, type PetApi } from '@gatehouse/tests-system';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Fleet } from './fleet.js';

let fleet: Fleet;
let api: PetApi;
let value = '';
let pristine = '';
const gateway = (): Fleet['gateways'][number] => fleet.gateways[0]!;
const folder = (): string => path.join(gateway().dataDir, 'gateway');

beforeAll(async () => {
  fleet = await Fleet.start({ gateways: 1 });
  api = await newApi(fleet.aws);
  const resourceId = await addMethod(fleet.aws, api.restApiId, api.rootId, 'word', { integration: { type: 'MOCK' }, responseTemplate: 'one' });
  await addMethod(fleet.aws, api.restApiId, api.rootId, 'keyed', { integration: { type: 'MOCK' }, apiKeyRequired: true });
  await fleet.rest.served(api.restApiId, await deploy(fleet.aws, api.restApiId));
  const made = await keyWithPlan(fleet.aws, api.restApiId, {});
  ({ value } = made);
  // A second key, closed after it was open: an older page of it would open what is closed.
  const closed = await keyWithPlan(fleet.aws, api.restApiId, {}).catch(() => null);
  if (closed) await fleet.aws.send(new UpdateApiKeyCommand({ apiKey: closed.keyId, patchOperations: [{ op: 'replace', path: '/enabled', value: 'false' }] }));
  await fleet.aws.send(new UpdateIntegrationResponseCommand({ restApiId: api.restApiId, resourceId, httpMethod: 'GET', statusCode: '200', patchOperations: [{ op: 'replace', path: '/responseTemplates/application~1json', value: 'two' }] }));
  await fleet.rest.served(api.restApiId, await deploy(fleet.aws, api.restApiId));
  await changedEverywhere(fleet.aws, fleet.rest, aws => aws.send(new UpdateApiKeyCommand({ apiKey: made.keyId, patchOperations: [{ op: 'replace', path: '/enabled', value: 'false' }] })));
  await changedEverywhere(fleet.aws, fleet.rest, aws => aws.send(new UpdateApiKeyCommand({ apiKey: made.keyId, patchOperations: [{ op: 'replace', path: '/enabled', value: 'true' }] })));
  expect([await word(), await keyed()]).toEqual(['200 two', 200]);
  await gateway().program.end('SIGTERM');
  pristine = path.join(fleet.folder, 'pristine');
  cpSync(gateway().dataDir, pristine, { recursive: true });
});
afterAll(async () => {
  fleet?.apis[0]?.program.kill('SIGCONT');
  await fleet?.stop();
});

const word = async (): Promise<string> => { const { status, body } = await ask(`${gateway().url}/dev/word`, { host: api.host }); return `${status} ${body}`; };
const keyed = async (): Promise<number> => (await ask(`${gateway().url}/dev/keyed`, { host: api.host, headers: { 'x-api-key': value } })).status;
const isReady = async (): Promise<boolean> => (await ask(`${gateway().privateUrl}/health/ready`)).status === 200;

type Damage = (bytes: Buffer) => Buffer | null;
const DAMAGES: Readonly<Record<string, Damage>> = {
  truncated: bytes => bytes.subarray(0, Math.floor(bytes.length / 2)),
  'bit flipped': bytes => { const flipped = Buffer.from(bytes); flipped[Math.floor(bytes.length / 2)]! ^= 4; return flipped; },
  empty: () => Buffer.alloc(0),
  removed: () => null,
};
function spoil(file: string, damage: Damage): void {
  const bytes = damage(readFileSync(file));
  if (bytes === null) rmSync(file);
  else writeFileSync(file, bytes);
}
const pointerFiles = (): string[] => readdirSync(folder()).filter(name => /^pointers\.\d+$/.test(name)).sort((a, b) => Number(b.slice(9)) - Number(a.slice(9))).map(name => path.join(folder(), name));
/** Documents on disk of one kind, those whose text matches. */
function documents(kind: string, matching: RegExp = /./): string[] {
  const root = path.join(folder(), 'documents');
  return readdirSync(root).flatMap(shelf => readdirSync(path.join(root, shelf)).map(name => path.join(root, shelf, name))).filter(file => {
    const text = readFileSync(file, 'utf8');
    return (JSON.parse(text) as { kind: string }).kind === kind && matching.test(text);
  });
}
/** The stage document that is served now names the api document that says "two". */
function newestStage(): string[] {
  const [newest = ''] = documents('api', /"two"/).map(file => path.basename(file, '.json'));
  return documents('stage', new RegExp(newest));
}

/** Damages a fresh copy of the files, starts the gateway while the control tower hangs, looks, and lets the control tower come back. */
async function darkStart(damage: () => void, look: () => Promise<void>): Promise<void> {
  await gateway().program.end('SIGKILL');
  rmSync(gateway().dataDir, { recursive: true });
  cpSync(pristine, gateway().dataDir, { recursive: true });
  damage();
  fleet.apis[0]!.program.kill('SIGSTOP');
  try {
    gateway().program.start();
    await eventually(async () => { await ask(`${gateway().privateUrl}/health/live`); await ask(gateway().url); return true as const; }, 10_000);
    await look();
  } finally {
    fleet.apis[0]!.program.kill('SIGCONT');
  }
  // What could not be read is fetched again as soon as somebody can be asked.
  await eventually(async () => ((await word()) === '200 two' && (await keyed()) === 200 && (await isReady()) ? true : null), 15_000);
  expect(gateway().program.isRunning).toBe(true);
  const { gateways } = await fleet.rest.get<{ gateways: { live: boolean; lastHeartbeatAt: string; failures: unknown[] }[] }>('/gateways');
  const latest = gateways.sort((a, b) => b.lastHeartbeatAt.localeCompare(a.lastHeartbeatAt))[0]!;
  expect((await eventually(async () => (latest.failures.length === 0 ? latest : (await fleet.rest.get<typeof latest & { gateways: typeof gateways }>('/gateways')).gateways.find(({ live, failures }) => live && failures.length === 0) ?? null), 5_000)).failures).toEqual([]);
  await gateway().program.end('SIGKILL');
  // And it lies whole on disk again: the next start in the dark serves it.
  fleet.apis[0]!.program.kill('SIGSTOP');
  try {
    gateway().program.start();
    expect(await eventually(async () => { const found = await word(); return found.startsWith('200') ? found : null; }, 10_000)).toBe('200 two');
    expect(await keyed()).toBe(200);
  } finally {
    await gateway().program.end('SIGKILL');
    fleet.apis[0]!.program.kill('SIGCONT');
  }
}

describe.each(Object.entries(DAMAGES))('the control tower dark, a file %s', (_, damage) => {
  it('of the pointers, one of two: nothing is lost', () => darkStart(() => spoil(pointerFiles()[0]!, damage), async () => {
    expect([await word(), await keyed(), await isReady()]).toEqual(['200 two', 200, true]);
  }));

  it('of the pointers, both: it waits and says that it is not ready, or serves what came before the damage', () => darkStart(() => { for (const file of pointerFiles()) spoil(file, damage); }, async () => {
    const found = await word();
    expect(['403 {"message":"Forbidden"}', '200 one', '200 two']).toContain(found);
    if (found.startsWith('403')) expect(await isReady()).toBe(false);
  }));

  it('the stage that is served: the one before it is', () => darkStart(() => { for (const file of newestStage()) spoil(file, damage); }, async () => {
    expect([await word(), await isReady()]).toEqual(['200 one', true]);
  }));

  it('the api that is served: the one before it is', () => darkStart(() => { for (const file of documents('api', /"two"/)) spoil(file, damage); }, async () => {
    expect([await word(), await isReady()]).toEqual(['200 one', true]);
  }));

  it('the keys: they open nothing, and what needs none is served', () => darkStart(() => { for (const file of documents('key')) spoil(file, damage); }, async () => {
    expect([await word(), await keyed(), await isReady()]).toEqual(['200 two', 403, true]);
  }));

  it('the identity: no key is known, what needs none is served, and it enrols anew', () => darkStart(() => spoil(path.join(folder(), 'identity.json'), damage), async () => {
    expect([await word(), await keyed(), await isReady()]).toEqual(['200 two', 403, true]);
  }));
});

describe('the control tower dark, everything at once', () => {
  it('all documents gone: it lives, says that it is not ready, and is whole again afterwards', () => darkStart(() => rmSync(path.join(folder(), 'documents'), { recursive: true }), async () => {
    expect([await word(), await isReady()]).toEqual(['403 {"message":"Forbidden"}', false]);
  }));

  it('20 files at random, in ways at random: it never ends, and serves the old, the new, or nothing', async () => {
    let state = 42;
    const random = (below: number): number => { state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; return Math.floor((state / 2 ** 32) * below); };
    const seen: Record<string, number> = {};
    for (let round = 0; round < 10; round++) {
      await darkStart(() => {
        const all = [...pointerFiles(), path.join(folder(), 'identity.json'), ...['api', 'stage', 'plan', 'key', 'account'].flatMap(kind => documents(kind))];
        for (let n = 0; n < 2; n++) { const file = all[random(all.length)]!; if (existsSync(file)) spoil(file, Object.values(DAMAGES)[random(4)]!); }
      }, async () => {
        const found = await word();
        seen[found] = (seen[found] ?? 0) + 1;
        expect(['403 {"message":"Forbidden"}', '200 one', '200 two']).toContain(found);
        expect([200, 403]).toContain(await keyed());
      });
    }
    console.log(`random damages: ${JSON.stringify(seen)}`);
  });
});
