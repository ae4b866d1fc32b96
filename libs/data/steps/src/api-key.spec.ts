import { expect, it } from 'vitest';
import { FORMAT, pointerKey, type KeyPage, type PlanPage } from '@gatehouse/contract-snapshot';
import { twinExchange, twinRoute, twinWorld } from '@gatehouse/data-exchange';
import { apiKey } from './api-key.js';

const PLACE = { format: FORMAT, accountId: '123456789012', region: 'us-east-1' } as const;
const world = twinWorld();
const plan: PlanPage = { ...PLACE, kind: 'plan', usagePlanId: 'p1', throttle: null, quota: null, apiStages: [{ restApiId: 'api1234567', stageName: 'prod', throttle: {} }], onCounterLoss: 'closed' };
const key: KeyPage = { ...PLACE, kind: 'key', apiKeyId: 'k1', digest: 'the-value', enabled: true, usagePlanIds: ['p1'] };
world.keys.set(pointerKey('plan', PLACE.accountId, PLACE.region, 'p1'), plan);
world.keys.set(pointerKey('key', PLACE.accountId, PLACE.region, 'k1'), key);
const route = twinRoute({ method: { apiKeyRequired: true } });
const ask = (...headers: readonly string[]) => { const x = twinExchange(route, { headers }); apiKey.build(route, world)!(x); return x; };

it.each([[[]], [['x-api-key', '']], [['x-api-key', 'wrong']], [['x-api-key', 'the-value ']], [['api-key', 'the-value']]])('refuses %j', headers => {
  expect(() => ask(...headers)).toThrow('Forbidden');
});

it('refuses every value when the key has to come from an authorizer', () => {
  const sourced = twinRoute({ method: { apiKeyRequired: true }, api: { apiKeySource: 'AUTHORIZER' } });
  expect(() => apiKey.build(sourced, world)!(twinExchange(sourced, { headers: ['x-api-key', 'the-value'] }))).toThrow('Forbidden');
});

it('finds the grant whatever the header\'s case, and is absent where no key is wanted', () => {
  expect(ask('X-API-Key', 'the-value').grant?.apiKeyId).toBe('k1');
  expect(apiKey.build(twinRoute(), world)).toBeNull();
});
