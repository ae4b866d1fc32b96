import { expect, it } from 'vitest';
import { twinExchange, twinRoute, twinWorld, type Grant, type QuotaCounter } from '@gatehouse/data-exchange';
import { quota } from './quota.js';

const route = twinRoute({ method: { apiKeyRequired: true } });
const run = quota.build(route, twinWorld())!;
function ask(counter: QuotaCounter | null) {
  const counted = { used: 0 };
  const x = twinExchange(route);
  const grant: Grant = { apiKeyId: 'k', usagePlanId: 'p', quota: counter, usage: { admit: () => { counted.used++; } }, bucketsFor: () => [] };
  x.grant = grant;
  return { counted, run: () => run(x) };
}
const answering = (taken: boolean | Promise<boolean>): QuotaCounter => ({ take: () => taken, standing: () => null });

it('refuses a spent quota with Limit Exceeded, at once or after asking, and counts no usage', async () => {
  const now = ask(answering(false));
  expect(now.run).toThrow('Limit Exceeded');
  const later = ask(answering(Promise.resolve(false)));
  await expect(later.run()).rejects.toThrow('Limit Exceeded');
  expect([now.counted.used, later.counted.used]).toEqual([0, 0]);
});

it('counts what it admits, with a quota or without one', async () => {
  for (const counter of [answering(true), answering(Promise.resolve(true)), null]) {
    const asked = ask(counter);
    await asked.run();
    expect(asked.counted.used).toBe(1);
  }
});

it('waits for nobody while the local part lasts', () => {
  expect(ask(answering(true)).run()).toBeUndefined();
  expect(quota.build(twinRoute(), twinWorld())).toBeNull();
});
