import { describe, expect, it } from 'vitest';
import { draftOfMapping, MappingForm, NEW_MAPPING, write } from './mapping-draft';

const place = { domainName: 'api.example.com' };
const root = draftOfMapping({ basePath: '(none)', restApiId: 'a', stage: 'dev' });

describe('a base path mapping', () => {
  it('is refused without an API, and with more than one segment', () => {
    const problems = MappingForm.safeParse({ ...NEW_MAPPING, basePath: 'v1/pets' }).error?.issues.map(({ path }) => path.join('.'));
    expect(problems).toEqual(['basePath', 'restApiId']);
  });

  it('leaves out what stands for the root and for any stage', () => {
    expect(write(place, null, { ...NEW_MAPPING, restApiId: 'a' })[0]!.input).toEqual({ ...place, restApiId: 'a' });
  });

  it('opened and saved unchanged writes nothing; the root moves by its own word', () => {
    expect(write(place, root, root)).toEqual([]);
    expect(write(place, root, { ...root, basePath: 'v1', stage: '' })[0]!.input).toEqual({
      ...place,
      basePath: '(none)',
      patchOperations: [
        { op: 'replace', path: '/basePath', value: 'v1' },
        { op: 'replace', path: '/stage', value: '' },
      ],
    });
    const v1 = { ...root, basePath: 'v1' };
    expect(write(place, v1, root)[0]!.input).toMatchObject({ basePath: 'v1', patchOperations: [{ op: 'replace', path: '/basePath', value: '(none)' }] });
  });
});
