import type { LeaseAnswer, LeaseRequest } from '@gatehouse/contract-snapshot';
import type { QuotaCounter } from '@gatehouse/data-exchange';
import { describe, expect, it } from 'vitest';
import { LeaseQuotas } from './lease-quotas.js';

const WINDOW = { windowFromMs: 0, windowToMs: 86_400_000 };

/** A control tower of one quota: grants in slices, counts what it gave, can go dark. */
class Tower {
  reserved = 0;
  asked = 0;
  isDark = false;
  constructor(public limit: number, private readonly slice: number) {}

  readonly ask = async ({ wants }: LeaseRequest): Promise<LeaseAnswer> => {
    this.asked++;
    await new Promise(resolve => setTimeout(resolve, 1));
    if (this.isDark) throw new Error('dark');
    return { grants: wants.map(({ usagePlanId, apiKeyId, want, back }) => {
      this.reserved -= back;
      const granted = want === 0 ? 0 : Math.min(this.limit - this.reserved, this.slice);
      this.reserved += granted;
      return { usagePlanId, apiKeyId, granted, limit: this.limit, remaining: this.limit - this.reserved, ...WINDOW };
    }) };
  };
}

function counterOf(tower: Tower, onCounterLoss: 'open' | 'closed' = 'closed', at = { ms: 1_000 }): { counter: QuotaCounter; quotas: LeaseQuotas; at: { ms: number } } {
  const quotas = new LeaseQuotas('boot', tower.ask, { epochMs: () => at.ms, monotonicMs: () => at.ms } as never);
  return { quotas, at, counter: quotas.counter({ usagePlanId: 'p', apiKeyId: 'k', terms: { limit: tower.limit, offset: 0, period: 'DAY' }, onCounterLoss }) };
}
const takeMany = async (counter: QuotaCounter, times: number): Promise<number> => (await Promise.all(Array.from({ length: times }, () => counter.take()))).filter(Boolean).length;

describe('LeaseQuotas', () => {
  it('admits exactly the limit, however many come at once', async () => {
    for (const slice of [1, 7, 50]) {
      const tower = new Tower(100, slice);
      const { counter } = counterOf(tower);
      expect(await takeMany(counter, 500)).toBe(100);
      expect(await takeMany(counter, 50)).toBe(0);
      expect(tower.reserved).toBe(100);
    }
  });

  it('asks for nothing ahead while slices are small: what is granted is what was spent', async () => {
    const tower = new Tower(5, 1);
    const { counter } = counterOf(tower);
    for (let i = 0; i < 3; i++) expect(await counter.take()).toBe(true);
    await new Promise(resolve => setTimeout(resolve, 10));
    expect(tower.reserved).toBe(3);
  });

  it('fetches the next slice before a large one is spent, so that nobody waits', async () => {
    const tower = new Tower(10_000, 100);
    const { counter } = counterOf(tower);
    await counter.take();
    for (let i = 0; i < 80; i++) expect(counter.take()).toBe(true);
    await new Promise(resolve => setTimeout(resolve, 10));
    for (let i = 0; i < 100; i++) expect(counter.take()).toBe(true);
  });

  it('looks again now and then when all is spent, and admits what was added', async () => {
    const tower = new Tower(1, 1);
    const { counter, at } = counterOf(tower);
    expect([await counter.take(), await counter.take()]).toEqual([true, false]);
    const asked = tower.asked;
    for (let i = 0; i < 100; i++) expect(await counter.take()).toBe(false);
    expect(tower.asked).toBe(asked);
    tower.limit = 3;
    at.ms += 1_000;
    expect([await counter.take(), await counter.take(), await counter.take()]).toEqual([true, true, false]);
  });

  it('in the dark: the slice is spent first, then the plan\'s rule decides', async () => {
    for (const [rule, admitted] of [['closed', 3], ['open', 10]] as const) {
      const tower = new Tower(100, 3);
      const { counter } = counterOf(tower, rule);
      const first = await counter.take();
      tower.isDark = true;
      expect((first ? 1 : 0) + (await takeMany(counter, 9))).toBe(admitted);
    }
  });

  it('gives an idle slice back, keeps a busy one, and all of them at the end', async () => {
    const tower = new Tower(100, 10);
    const { counter, quotas, at } = counterOf(tower);
    await counter.take();
    await quotas.giveBack();
    expect(tower.reserved).toBe(10);
    at.ms += 6_000;
    await quotas.giveBack();
    expect(tower.reserved).toBe(1);
    await counter.take();
    await quotas.giveBack(true);
    expect(tower.reserved).toBe(2);
  });

  it('holds nobody back when the plan has lost its quota', async () => {
    const quotas = new LeaseQuotas('boot', async () => ({ grants: [] }), { epochMs: () => 1, monotonicMs: () => 1 } as never);
    expect(await quotas.counter({ usagePlanId: 'p', apiKeyId: 'k', terms: { limit: 1, offset: 0, period: 'DAY' }, onCounterLoss: 'closed' }).take()).toBe(true);
  });
});
