import { describe, expect, it } from 'vitest';
import { changeLimits, draftOfLimits, LimitsForm } from './method-limits';

const stage = {
  apiId: 'a',
  stage: 'prod',
  throttle: { '/pets/GET': { rateLimit: 1, burstLimit: 2 }, '/old/GET': { rateLimit: 3, burstLimit: 4 } },
};
const base = draftOfLimits(stage);

describe('method throttles of a plan', () => {
  it('are refused without a method, with figures that are none, and twice for one method', () => {
    const problems = (limits: object[]) => LimitsForm.safeParse({ limits }).error?.issues.map(issue => issue.path.join('.'));
    expect(problems([{ key: '', rate: 'x', burst: '1.5' }])).toEqual(['limits.0.key', 'limits.0.rate', 'limits.0.burst']);
    expect(
      problems([
        { key: '/a/GET', rate: '1', burst: '1' },
        { key: '/a/GET', rate: '2', burst: '2' },
      ]),
    ).toEqual(['limits.1.key']);
  });

  it('write nothing when opened and saved unchanged', () => expect(changeLimits('p', stage, base, base)).toEqual([]));

  it('add, change and remove by escaped paths', () => {
    const after = {
      limits: [
        { key: '/pets/GET', rate: '1', burst: '9' },
        { key: '/pets/{petId}/DELETE', rate: '5', burst: '6' },
      ],
    };
    expect(changeLimits('p', stage, base, after)[0]?.input['patchOperations']).toEqual([
      { op: 'remove', path: '/apiStages/a:prod/throttle/~1old/GET' },
      { op: 'replace', path: '/apiStages/a:prod/throttle/~1pets/GET/burstLimit', value: '9' },
      { op: 'add', path: '/apiStages/a:prod/throttle/~1pets~1{petId}/DELETE/rateLimit', value: '5' },
      { op: 'add', path: '/apiStages/a:prod/throttle/~1pets~1{petId}/DELETE/burstLimit', value: '6' },
    ]);
  });
});
