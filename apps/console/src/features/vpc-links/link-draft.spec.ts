import { describe, expect, it } from 'vitest';
import { change, creation, draftOfLink, LinkForm, newLink, TARGET } from './link-draft';

const fresh = newLink({ region: 'us-east-1', accountId: '123456789012' });
const stored = draftOfLink({ id: 'l', name: 'orders', tags: { [TARGET]: 'http://10.0.0.5:8080', team: 'a' }, targetArns: ['arn:x'] });

describe('a VPC link', () => {
  it('is refused without a name, and with a target that is no origin', () => {
    const problems = LinkForm.safeParse({ ...fresh, target: 'http://10.0.0.5/path' }).error?.issues.map(({ path }) => path.join('.'));
    expect(problems).toEqual(['name', 'target']);
  });

  it('is made with its target as a tag', () => {
    expect(creation({ ...fresh, name: 'orders', target: 'http://10.0.0.5:8080' })[0]!.input).toEqual({
      name: 'orders',
      targetArns: [fresh.targetArn],
      tags: { [TARGET]: 'http://10.0.0.5:8080' },
    });
  });

  it('opened and saved unchanged writes nothing; a moved target is a tag alone', () => {
    expect(change('l', 'us-east-1', stored, stored)).toEqual([]);
    const moved = change('l', 'us-east-1', stored, { ...stored, target: 'http://10.0.0.6' });
    expect(moved.map(({ operation }) => operation.name)).toEqual(['TagResource']);
    const away = change('l', 'us-east-1', stored, { ...stored, name: 'o', target: '' });
    expect(away.map(({ operation, input }) => [operation.name, input['tagKeys']])).toEqual([
      ['UpdateVpcLink', undefined],
      ['UntagResource', [TARGET]],
    ]);
  });
});
