import { describe, expect, it } from 'vitest';
import { creation, NEW_PART, PartForm, placeText, summaryOf, type PartDraft } from './part-draft';

const problems = (change: Partial<PartDraft>) =>
  PartForm.safeParse({ ...NEW_PART, ...change }).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('a documentation part', () => {
  it('is refused without the name that its type needs, with a path that is none, and with properties that are no object', () => {
    expect(problems({ type: 'MODEL' })).toEqual(['name']);
    expect(problems({ type: 'RESPONSE_HEADER', path: 'pets', statusCode: '99' })).toEqual(['path', 'statusCode', 'name']);
    expect(problems({ properties: '[]' })).toEqual(['properties']);
  });

  it('passes over what its type has no place for', () => {
    const draft = { ...NEW_PART, path: 'no path', statusCode: 'x', name: 'n' };
    expect(problems(draft)).toEqual([]);
    expect(creation('a', draft)[0]!.input['location']).toEqual({ type: 'API' });
  });

  it('names only what was given: the rest stands for all', () => {
    expect(creation('a', { ...NEW_PART, type: 'RESPONSE', path: '/pets', properties: '{}' })[0]!.input).toEqual({
      restApiId: 'a',
      location: { type: 'RESPONSE', path: '/pets' },
      properties: '{}',
    });
  });

  it('is told in one line', () => {
    expect(placeText({ type: 'METHOD', path: '/pets', method: 'GET' })).toBe('METHOD /pets GET');
    expect([summaryOf('{"description":"cats"}'), summaryOf('{"title":"x"}'), summaryOf('half{')]).toEqual(['cats', '{"title":"x"}', 'half{']);
  });
});
