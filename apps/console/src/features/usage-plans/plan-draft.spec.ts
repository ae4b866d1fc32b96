import { describe, expect, it } from 'vitest';
import { changePlan, creation, draftOfPlan, NEW_PLAN, PlanForm, quotaText, throttleText } from './plan-draft';

const plan = {
  id: 'p',
  name: 'Gold',
  throttle: { rateLimit: 10.5, burstLimit: 20 },
  quota: { limit: 1000, offset: 2, period: 'WEEK' as const },
};
const base = draftOfPlan(plan);

describe('a usage plan', () => {
  it('is refused without a name, with figures that are none, and with an offset outside of its period', () => {
    const problems = (change: object) => PlanForm.safeParse({ ...base, ...change }).error?.issues.map(issue => issue.path.join('.'));
    expect(problems({ name: ' ' })).toEqual(['name']);
    expect(problems({ rate: '', burst: 'x' })).toEqual(['rate', 'burst']);
    expect(problems({ quota: { ...base.quota, limit: '0' } })).toEqual(['quota.limit']);
    expect(problems({ quota: { ...base.quota, period: 'DAY', offset: '1' } })).toEqual(['quota.offset']);
    expect(problems({ quota: { ...base.quota, offset: '6' } })).toBeUndefined();
    expect(problems({ isOn: false, rate: '', quota: { ...base.quota, isOn: false, limit: '' } })).toBeUndefined();
  });

  it('writes nothing when opened and saved unchanged, with and without limits', () => {
    expect(changePlan('p', base, base)).toEqual([]);
    expect(changePlan('p', draftOfPlan({ id: 'p', name: 'Free' }), draftOfPlan({ id: 'p', name: 'Free' }))).toEqual([]);
  });

  it('patches single figures, switches parts off as a whole and on as a whole', () => {
    expect(changePlan('p', base, { ...base, burst: '30', quota: { ...base.quota, isOn: false } })[0]?.input['patchOperations']).toEqual([
      { op: 'replace', path: '/throttle/burstLimit', value: '30' },
      { op: 'remove', path: '/quota' },
    ]);
    const free = draftOfPlan({ id: 'p', name: 'Free' });
    expect(
      changePlan('p', free, { ...free, quota: { isOn: true, limit: '5', period: 'DAY', offset: '0' } })[0]?.input['patchOperations'],
    ).toEqual([
      { op: 'replace', path: '/quota/limit', value: '5' },
      { op: 'replace', path: '/quota/period', value: 'DAY' },
      { op: 'replace', path: '/quota/offset', value: '0' },
    ]);
  });

  it('sends figures as numbers when it is made, and leaves out what is off', () => {
    expect(creation({ ...NEW_PLAN, name: 'n' })[0]?.input).toEqual({ name: 'n', throttle: { rateLimit: 100, burstLimit: 200 } });
  });

  it('reads as a sentence', () =>
    expect([throttleText(plan), quotaText(plan), quotaText({ id: 'p', name: 'n' })]).toEqual(['10.5/s, burst 20', '1,000 a week', 'none']));
});
