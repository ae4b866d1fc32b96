import { describe, expect, it } from 'vitest';
import { AccessLogForm, changeAccessLog, draftOfAccessLog, FORMATS } from './access-log-draft';

const place = { restApiId: 'a', stageName: 'prod' };
const on = { isOn: true, destinationArn: 'arn:aws:logs:us-east-1:123456789012:log-group:pets', format: FORMATS[0]!.format };

describe('an access log', () => {
  it('refuses a line without a request id, a line break, and a destination that is no ARN', () => {
    const problems = (change: object) => AccessLogForm.safeParse({ ...on, ...change }).error?.issues.map(issue => issue.path[0]);
    expect(problems({ format: '$context.status' })).toEqual(['format']);
    expect(problems({ format: '$context.requestId\n' })).toEqual(['format']);
    expect(problems({ destinationArn: 'pets' })).toEqual(['destinationArn']);
  });

  it('offers only forms that are accepted, and a JSON form that is JSON', () => {
    for (const { format } of FORMATS) expect(AccessLogForm.safeParse({ ...on, format }).success).toBe(true);
    expect(JSON.parse(FORMATS[0]!.format)).toMatchObject({ requestId: '$context.requestId' });
  });

  it('writes nothing unchanged, both members when new, and removes the whole when switched off', () => {
    const stage = {
      stageName: 'prod',
      deploymentId: 'd',
      createdDate: new Date(0),
      lastUpdatedDate: new Date(0),
      accessLogSettings: { destinationArn: on.destinationArn, format: on.format },
    };
    expect(changeAccessLog(place, draftOfAccessLog(stage), on)).toEqual([]);
    expect(changeAccessLog(place, { isOn: false, destinationArn: '', format: '' }, on)[0]?.input['patchOperations']).toHaveLength(2);
    expect(changeAccessLog(place, on, { ...on, isOn: false })[0]?.input['patchOperations']).toEqual([
      { op: 'remove', path: '/accessLogSettings' },
    ]);
  });
});
