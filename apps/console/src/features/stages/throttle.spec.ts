import { describe, expect, it } from 'vitest';
import { ThrottleForm } from '../../shared/forms/throttle-form';
import { changeThrottle, draftOfThrottle, methodLimits, throttleText } from './throttle';

const place = { restApiId: 'a', stageName: 'prod' },
  wide = { path: '*', method: '*' };
const on = { isOn: true, rate: '100', burst: '200' },
  off = { isOn: false, rate: '', burst: '' };

describe('a throttle', () => {
  it('refuses a rate and a burst that are no numbers, but only while it is on', () => {
    expect(ThrottleForm.safeParse({ ...on, rate: 'fast', burst: '1.5' }).error?.issues.map(issue => issue.path[0])).toEqual([
      'rate',
      'burst',
    ]);
    expect(ThrottleForm.safeParse({ ...off, rate: 'fast' }).success).toBe(true);
  });

  it('writes nothing when opened and saved unchanged, on or off', () => {
    expect(changeThrottle(place, wide, on, on)).toEqual([]);
    expect(changeThrottle(place, wide, off, off)).toEqual([]);
  });

  it('writes only the half that changed', () => {
    expect(changeThrottle(place, wide, on, { ...on, burst: '5' })[0]?.input['patchOperations']).toEqual([
      { op: 'replace', path: '/*/*/throttling/burstLimit', value: '5' },
    ]);
  });

  it('escapes the path of a method and removes its entry when it goes', () => {
    expect(changeThrottle(place, { path: '/pets/{petId}', method: 'GET' }, off, on)[0]?.input['patchOperations']).toEqual([
      { op: 'replace', path: '/~1pets~1{petId}/GET/throttling/rateLimit', value: '100' },
      { op: 'replace', path: '/~1pets~1{petId}/GET/throttling/burstLimit', value: '200' },
    ]);
    expect(changeThrottle(place, { path: '/pets', method: 'GET', key: 'pets/GET' }, on, off)[0]?.input['patchOperations']).toEqual([
      { op: 'remove', path: '/pets/GET' },
    ]);
    expect(changeThrottle(place, { path: '/', method: 'GET' }, on, off)[0]?.input['patchOperations']).toEqual([
      { op: 'remove', path: '/~1/GET' },
    ]);
  });

  it('is off where nobody set it, or where minus one says so', () => {
    expect(draftOfThrottle(undefined)).toEqual(off);
    expect(throttleText({ throttlingRateLimit: -1, throttlingBurstLimit: -1 })).toBe('account limits');
    expect(throttleText({ throttlingRateLimit: 0.5, throttlingBurstLimit: 0 })).toBe('0.5/s, burst 0');
  });
});

describe('the override table', () => {
  it('finds the setting of each deployed method, the root too, and keeps settings of methods that are gone', () => {
    const limits = methodLimits(
      { '/': { GET: {} }, '/pets/{petId}': { GET: {}, DELETE: {} } },
      {
        '*/*': { throttlingRateLimit: 1 },
        '/GET': { throttlingRateLimit: 2 },
        'pets/{petId}/GET': { throttlingRateLimit: 3 },
        '~1pets~1{petId}/GET': { throttlingRateLimit: 5 },
        'gone/PUT': { throttlingRateLimit: 4 },
      },
    );
    expect(limits.map(({ path, method, own }) => `${method} ${path} ${own?.throttlingRateLimit ?? '-'}`)).toEqual([
      'GET / 2',
      'PUT /gone 4',
      'DELETE /pets/{petId} -',
      'GET /pets/{petId} 5',
    ]);
  });
});
