import { describe, expect, it } from 'vitest';
import { changeKey, creation, draftOfKey, KeyForm, NEW_KEY } from './key-draft';

const key = { id: 'k', name: 'partner', enabled: true, createdDate: new Date(0), lastUpdatedDate: new Date(0) };

describe('an API key', () => {
  it('is refused without a name, and with an own value that is too short or too long', () => {
    const problems = (change: object) => KeyForm.safeParse({ ...NEW_KEY, name: 'k', ...change }).error?.issues.map(issue => issue.path[0]);
    expect(problems({ name: ' ' })).toEqual(['name']);
    expect(problems({ isOwnValue: true, value: 'x'.repeat(19) })).toEqual(['value']);
    expect(problems({ isOwnValue: true, value: 'x'.repeat(129) })).toEqual(['value']);
    expect(problems({ isOwnValue: false, value: 'x' })).toBeUndefined();
  });

  it('sends a value only when one was given', () => {
    expect(creation({ ...NEW_KEY, name: 'k', value: 'left over' })[0]?.input).toEqual({ name: 'k', enabled: true });
    expect(creation({ ...NEW_KEY, name: 'k', isOwnValue: true, value: 'x'.repeat(20) })[0]?.input).toMatchObject({ value: 'x'.repeat(20) });
  });

  it('writes nothing when opened and saved unchanged, and patches the rest', () => {
    expect(changeKey('k', draftOfKey(key), draftOfKey(key))).toEqual([]);
    expect(changeKey('k', draftOfKey(key), { ...draftOfKey(key), enabled: false })[0]?.input['patchOperations']).toEqual([
      { op: 'replace', path: '/enabled', value: 'false' },
    ]);
  });
});
