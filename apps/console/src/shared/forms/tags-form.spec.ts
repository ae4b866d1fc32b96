import { describe, expect, it } from 'vitest';
import { changeTags } from './tags-form';

const arn = 'arn:aws:apigateway:us-east-1::/vpclinks/a';
const pairs = (map: Readonly<Record<string, string>>) => Object.entries(map).map(([name, value]) => ({ name, value }));

describe('tags', () => {
  it('that stay as they are write nothing', () => expect(changeTags(arn, pairs({ a: '1' }), pairs({ a: '1' }))).toEqual([]));

  it('are set where they are new or different, and taken away where they are gone', () => {
    const calls = changeTags(arn, pairs({ a: '1', b: '2', toString: 'x' }), pairs({ a: '1', b: '3', c: '4' }));
    expect(calls.map(({ operation, input }) => [operation.name, input])).toEqual([
      ['TagResource', { resourceArn: arn, tags: { b: '3', c: '4' } }],
      ['UntagResource', { resourceArn: arn, tagKeys: ['toString'] }],
    ]);
  });
});
