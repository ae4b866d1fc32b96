import { describe, expect, it } from 'vitest';
import type { MethodSettings } from '@gatehouse/contract-snapshot';
import { twinExchange, twinRoute, twinWorld, type RestRoute, type TwinWorld } from '@gatehouse/data-exchange';
import { throttle } from './throttle.js';

const settings = (throttlingRateLimit: number | null, throttlingBurstLimit: number | null): MethodSettings => ({
  metricsEnabled: false, loggingLevel: 'OFF', dataTraceEnabled: false, throttlingRateLimit, throttlingBurstLimit, cachingEnabled: false, cacheTtlInSeconds: 300, cacheDataEncrypted: false,
  requireAuthorizationForCacheControl: true, unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
});
const admitted = (route: RestRoute, world: TwinWorld, tries: number): number => {
  const run = throttle.build(route, world)!;
  let count = 0;
  for (let i = 0; i < tries; i++) {
    try {
      run(twinExchange(route));
      count++;
    } catch (error) {
      expect((error as Error).message).toBe('Too Many Requests');
    }
  }
  return count;
};
const accountPointer = 'account:123456789012:us-east-1';

describe('throttle', () => {
  it('refuses the third request of a burst of two, over a rebuild too', () => {
    const world = twinWorld();
    const route = twinRoute({ stage: { methodSettings: { '*/*': settings(1, 2) } } });
    expect(admitted(route, world, 3)).toBe(2);
    expect(admitted(route, world, 3)).toBe(0);
    world.clock.advance(1_000);
    expect(admitted(route, world, 3)).toBe(1);
  });

  it('shares the stage\'s bucket among its methods, and holds a method with limits of its own to those alone', () => {
    const world = twinWorld();
    const methodSettings = { '*/*': settings(0.001, 2), 'pets/{petId}/GET': settings(0.001, 5) };
    const shared = { stage: { methodSettings: { '*/*': settings(0.001, 2) } } };
    expect(admitted(twinRoute(shared), world, 1)).toBe(1);
    expect(admitted(twinRoute({ ...shared, route: { routeKey: '/other/GET' } }), world, 5)).toBe(1);
    expect(admitted(twinRoute({ stage: { methodSettings } }), world, 9)).toBe(5);
  });

  it('holds every route to the account\'s limits, which change without a rebuild', () => {
    const world = twinWorld();
    world.buckets.of(accountPointer, 'account', { perSecond: 0.001, burst: 3 });
    const route = twinRoute();
    expect(admitted(route, world, 5)).toBe(3);
    world.buckets.of(accountPointer, 'account', { perSecond: 1_000, burst: 3 });
    world.clock.advance(1);
    expect(admitted(route, world, 5)).toBe(1);
  });

  it('spends nothing of the stage when the account refuses', () => {
    const world = twinWorld();
    const stage = { methodSettings: { '*/*': settings(0.001, 4) } };
    world.buckets.of(accountPointer, 'account', { perSecond: 0, burst: 0 });
    expect(admitted(twinRoute({ stage }), world, 10)).toBe(0);
    world.buckets.of(accountPointer, 'account', { perSecond: 1e6, burst: 100 });
    world.clock.advance(1_000);
    expect(admitted(twinRoute({ stage }), world, 10)).toBe(4);
  });

  it('has AWS\'s account limits while nobody set any', () => {
    expect(admitted(twinRoute(), twinWorld(), 5_010)).toBe(5_000);
  });

  it('takes a limit of 0 as it is meant', () => {
    expect(admitted(twinRoute({ stage: { methodSettings: { '*/*': settings(0, 0) } } }), twinWorld(), 3)).toBe(0);
  });
});
