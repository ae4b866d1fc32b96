import { afterAll, describe, expect, inject, it } from 'vitest';
import { ask } from '../http.js';
import { eventually } from '../own-rest.js';
import { Module, PARALLELISM } from './module.js';
import { Provider } from './provider.js';
import { shopModule, type ShopOptions } from './shop-module.js';
import { unique } from './world.js';

const reach = inject('system');
const aws = new Provider(reach);
const module = new Module(aws);
const FIRST: ShopOptions = { collections: 20, backend: 'https://backend.example.com', domain: `${unique('shop')}.example.com`, burst: 100, keyNames: ['a', 'b', 'c', 'd', 'e'] };
const SECOND: ShopOptions = { ...FIRST, collections: 19, backend: 'https://other.example.com', burst: 200, keyNames: ['b', 'c', 'd', 'e', 'f'] };

afterAll(() => module.destroy());

/** Refusals that would have ended an apply. */
const fatal = (): readonly string[] => aws.refusals.filter(({ isRetried, status }) => !isRetried && status !== 404).map(({ operation, status, message }) => `${operation} ${status} ${message}`);
const served = (key: string): Promise<string> => eventually(async () => {
  const { status, body } = await ask(`${reach.gatewayUrl}/shop/c0`, { host: FIRST.domain, headers: { 'x-api-key': key } });
  return status === 200 ? body : null;
});

describe('a module of an API with 60 resources, ten calls at a time', () => {
  it('is applied as planned, and the next plan shows nothing', async () => {
    const blocks = shopModule(FIRST);
    expect(await module.plan(blocks)).toHaveLength(blocks.length);
    await module.apply(blocks);
    expect(module.size).toBe(blocks.length);
    expect(await module.plan(blocks)).toEqual([]);
    expect(fatal()).toEqual([]);
    expect(aws.mostInFlight).toBe(PARALLELISM);
    expect(await served(module.refer('api_key.a', 'value') as string)).toBe('{"from":"c0_GET"}');
  });

  it('is changed: a new deployment before the old one goes, what is gone goes, and the next plan shows nothing', async () => {
    const [before, blocks] = [module.refer('deployment.shop'), shopModule(SECOND)];
    const changes = await module.plan(blocks);
    expect(changes.filter(({ action }) => action === 'replace')).toEqual([{ address: 'deployment.shop', action: 'replace', attributes: ['triggers'] }]);
    expect(changes.filter(({ action }) => action === 'create').map(({ address }) => address)).toEqual(['api_key.f', 'usage_plan_key.f']);
    expect(changes.filter(({ action }) => action === 'delete').length).toBeGreaterThan(10);
    await module.apply(blocks);
    expect(module.refer('deployment.shop')).not.toBe(before);
    expect(await module.plan(blocks)).toEqual([]);
    expect(fatal()).toEqual([]);
    expect(await served(module.refer('api_key.f', 'value') as string)).toBe('{"from":"c0_GET"}');
  });

  it('is destroyed to the last resource', async () => {
    await module.destroy();
    expect(module.size).toBe(0);
    expect(fatal()).toEqual([]);
    expect(await module.plan([])).toEqual([]);
  });
});
