import { describe, expect, it } from 'vitest';
import { draftOfTest, testInput } from './test-authorizer-draft';

const sources = 'method.request.header.X-Token, method.request.querystring.who,stageVariables.mode,context.path';
const draft = draftOfTest({ id: 'au', name: 'n', type: 'REQUEST', identitySource: sources });

describe('a call that is made up for an authorizer', () => {
  it('has a row for each source, and sends none that is empty', () => {
    expect(draft.identity.map(({ name }) => name)).toEqual(sources.split(',').map(source => source.trim()));
    expect(testInput('a', 'au', draft)).toEqual({ restApiId: 'a', authorizerId: 'au' });
    expect(draftOfTest({ id: 'au', name: 'n', type: 'REQUEST' }).identity).toEqual([]);
  });

  it('puts each value where its source looks', () => {
    const identity = draft.identity.map(({ name }, index) => ({ name, value: `v ${index}` }));
    expect(testInput('a', 'au', { identity })).toEqual({
      restApiId: 'a',
      authorizerId: 'au',
      headers: { 'X-Token': 'v 0' },
      pathWithQueryString: '/?who=v+1',
      stageVariables: { mode: 'v 2' },
      additionalContext: { path: 'v 3' },
    });
  });
});
