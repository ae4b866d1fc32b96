import { beforeEach, describe, expect, it } from 'vitest';
import { FORMAT, pointerKey, type KeyPage, type PlanPage } from '@gatehouse/contract-snapshot';
import { takeAll } from '@gatehouse/engine-throttle';
import { twinRoute, twinWorld, type TwinWorld } from '../twin.js';

const PLACE = { format: FORMAT, accountId: '123456789012', region: 'us-east-1' } as const;
const pointer = (kind: 'plan' | 'key', id: string): string => pointerKey(kind, PLACE.accountId, PLACE.region, id);
const plan = (usagePlanId: string, over: Partial<PlanPage> = {}): PlanPage => ({
  ...PLACE, kind: 'plan', usagePlanId, throttle: { rateLimit: 1, burstLimit: 2 }, quota: null, apiStages: [{ restApiId: 'api1234567', stageName: 'prod', throttle: {} }], onCounterLoss: 'closed', ...over,
});
const key = (apiKeyId: string, over: Partial<KeyPage> = {}): KeyPage => ({ ...PLACE, kind: 'key', apiKeyId, digest: `value-${apiKeyId}`, enabled: true, usagePlanIds: ['p1'], ...over });
const { stage } = twinRoute();

let world: TwinWorld;
beforeEach(() => {
  world = twinWorld();
  world.keys.set(pointer('plan', 'p1'), plan('p1'));
  world.keys.set(pointer('key', 'k1'), key('k1'));
});

describe('AccessBook', () => {
  it.each([
    ['nobody\'s value', 'value-none', {}, {}], ['an empty value', '', {}, {}], ['a disabled key', 'value-k1', { enabled: false }, {}], ['a key without a plan', 'value-k1', { usagePlanIds: [] }, {}],
    ['a plan that is gone', 'value-k1', { usagePlanIds: ['gone'] }, {}], ['a plan for another stage', 'value-k1', {}, { apiStages: [{ restApiId: 'api1234567', stageName: 'dev', throttle: {} }] }],
    ['a plan for another api', 'value-k1', {}, { apiStages: [{ restApiId: 'other', stageName: 'prod', throttle: {} }] }], ['another account\'s key', 'value-k1', { accountId: '999999999999' }, {}], ['another region\'s key', 'value-k1', { region: 'eu-west-1' }, {}],
  ])('knows nothing of %s', (_name, value, keyOver, planOver) => {
    world.keys.set(pointer('plan', 'p1'), plan('p1', planOver));
    world.keys.set(pointer('key', 'k1'), key('k1', keyOver));
    expect(world.keys.find(value, stage)).toBeNull();
  });

  it('forgets a dropped key and a dropped plan at once, cached or not', () => {
    expect(world.keys.find('value-k1', stage)).not.toBeNull();
    world.keys.drop(pointer('plan', 'p1'));
    expect(world.keys.find('value-k1', stage)).toBeNull();
    world.keys.set(pointer('plan', 'p1'), plan('p1'));
    expect(world.keys.find('value-k1', stage)).not.toBeNull();
    world.keys.drop(pointer('key', 'k1'));
    expect(world.keys.find('value-k1', stage)).toBeNull();
  });

  it('takes a changed value in place of the old one', () => {
    world.keys.find('value-k1', stage);
    world.keys.set(pointer('key', 'k1'), key('k1', { digest: 'rotated' }));
    expect(world.keys.find('value-k1', stage)).toBeNull();
    expect(world.keys.find('rotated', stage)?.apiKeyId).toBe('k1');
  });

  it('keeps what was spent when a plan changes', () => {
    const spend = (): boolean => takeAll(world.keys.find('value-k1', stage)!.bucketsFor('/pets/GET'), world.clock.monotonicMs()) === null;
    expect([spend(), spend(), spend()]).toEqual([true, true, false]);
    world.keys.set(pointer('plan', 'p1'), plan('p1', { throttle: { rateLimit: 1, burstLimit: 100 } }));
    expect(spend()).toBe(false);
    world.clock.advance(1_000);
    expect([spend(), spend()]).toEqual([true, false]);
  });

  it('gives each key of a plan its own bucket, shared over the plan\'s stages', () => {
    world.keys.set(pointer('key', 'k2'), key('k2'));
    world.keys.set(pointer('plan', 'p1'), plan('p1', { apiStages: [{ restApiId: 'api1234567', stageName: 'prod', throttle: {} }, { restApiId: 'api1234567', stageName: 'dev', throttle: {} }] }));
    const bucketOf = (value: string, stageName: string) => world.keys.find(value, { ...stage, stageName })!.bucketsFor('/pets/GET')[0];
    expect(bucketOf('value-k1', 'prod')).toBe(bucketOf('value-k1', 'dev'));
    expect(bucketOf('value-k1', 'prod')).not.toBe(bucketOf('value-k2', 'prod'));
  });

  it('puts a method\'s own limit before the plan\'s', () => {
    world.keys.set(pointer('plan', 'p1'), plan('p1', { apiStages: [{ restApiId: 'api1234567', stageName: 'prod', throttle: { '/pets/GET': { rateLimit: 5, burstLimit: 7 } } }] }));
    const grant = world.keys.find('value-k1', stage)!;
    expect(grant.bucketsFor('/pets/GET').map(({ burst }) => burst)).toEqual([7, 2]);
    expect(grant.bucketsFor('/pets/POST').map(({ burst }) => burst)).toEqual([2]);
    expect(grant.bucketsFor('__proto__')).toHaveLength(1);
    world.keys.set(pointer('plan', 'p1'), plan('p1', { apiStages: [{ restApiId: 'api1234567', stageName: 'prod', throttle: { '/GET': { rateLimit: 5, burstLimit: 9 } } }] }));
    expect(world.keys.find('value-k1', stage)!.bucketsFor('//GET').map(({ burst }) => burst)).toEqual([9, 2]);
  });
});
