import { describe, expect, it } from 'vitest';
import { draftOfTest, testInput, TestForm } from './test-draft';

const place = { restApiId: 'a', resourceId: 'r', httpMethod: 'ANY' };
const method = {
  httpMethod: 'ANY',
  requestParameters: {
    'method.request.querystring.limit': true,
    'method.request.header.X-Mine': false,
    'method.request.path.petId': true,
  },
};
const start = draftOfTest('/pets/{petId}/{rest+}', method);

describe('a test call', () => {
  it('is not made while a path variable has no value', () => {
    const result = TestForm.safeParse(start);
    expect(result.error?.issues.map(({ path }) => path.join('.'))).toEqual(['path.0.value', 'path.1.value']);
  });

  it('is not made with a value that has no name', () => {
    const result = TestForm.safeParse({ ...start, path: [], query: [{ name: '', value: '1' }] });
    expect(result.error?.issues[0]?.path).toEqual(['query', 0, 'name']);
  });

  it('begins with a row for each declared parameter, and those left empty are not sent', () => {
    expect(start).toMatchObject({ verb: 'GET', query: [{ name: 'limit', value: '' }], headers: [{ name: 'X-Mine', value: '' }] });
    expect(testInput(place, '/pets', { ...start, path: [] })).toEqual({ ...place, httpMethod: 'GET', pathWithQueryString: '/pets' });
  });

  it('encodes a variable as one segment, and a greedy one slash by slash', () => {
    const path = [
      { name: 'petId', value: 'a/b c' },
      { name: 'rest', value: 'x/y z' },
    ];
    expect(testInput(place, '/pets/{petId}/{rest+}', { ...start, path }).pathWithQueryString).toBe('/pets/a%2Fb%20c/x/y%20z');
  });

  it('leaves out a body that was typed for another method', () => {
    expect(testInput(place, '/', { ...start, path: [], body: '{}' })).not.toHaveProperty('body');
  });

  it('sends every value of a name that is there twice', () => {
    const twice = [
      { name: 'tag', value: 'red & blue' },
      { name: 'tag', value: 'green' },
    ];
    expect(testInput(place, '/', { ...start, path: [], verb: 'POST', query: twice, headers: twice, stageVariables: twice, body: '{}' })).toEqual({
      ...place,
      httpMethod: 'POST',
      pathWithQueryString: '/?tag=red+%26+blue&tag=green',
      multiValueHeaders: { tag: ['red & blue', 'green'] },
      stageVariables: { tag: 'green' },
      body: '{}',
    });
  });
});
