import { describe, expect, it } from 'vitest';
import { ApiForm, change, creation, draftOf, NEW_API } from './api-draft';

const api = { id: 'a1', name: 'pets', createdDate: new Date(0), endpointConfiguration: { types: ['EDGE' as const] } };

describe('the settings of an API', () => {
  it('refuse a blank name and take every other', () => {
    expect(ApiForm.safeParse({ ...NEW_API, name: '  ' }).success).toBe(false);
    for (const name of [' leading', 'a:b/c', '😀', '<script>alert(1)</script>', 'x'.repeat(255)])
      expect(ApiForm.parse({ ...NEW_API, name }).name).toBe(name);
  });

  it('write nothing when opened and saved unchanged', () => expect(change('a1', draftOf(api), draftOf(api))).toEqual([]));

  it('patch what changed and nothing else', () => {
    expect(change('a1', draftOf(api), { ...draftOf(api), description: 'new', endpointType: 'REGIONAL' })[0]?.input).toEqual({
      restApiId: 'a1',
      patchOperations: [
        { op: 'replace', path: '/description', value: 'new' },
        { op: 'replace', path: '/endpointConfiguration/types/EDGE', value: 'REGIONAL' },
      ],
    });
  });

  it('send no endpoint type with a clone, which brings its own', () => {
    expect(creation({ ...NEW_API, name: 'copy', cloneFrom: 'a1' }, true)[0]?.input).toEqual({ name: 'copy', cloneFrom: 'a1' });
  });
});
