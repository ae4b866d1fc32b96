import { prepare, V1 } from '@gatehouse/client-calls';
import { describe, expect, it } from 'vitest';
import { remaining } from './use-save';

const remove = (restApiId: string) => prepare(V1.DeleteRestApi, { restApiId });

describe('a save that broke off', () => {
  it('goes on after what was written, and does not write it again', () => {
    expect(remaining([remove('a'), remove('b'), remove('c')], [remove('a')])).toEqual([remove('b'), remove('c')]);
    expect(remaining([remove('a')], [remove('a')])).toEqual([]);
  });

  it('begins at the first call that the form has changed since', () => {
    expect(remaining([remove('x'), remove('b')], [remove('a'), remove('b')])).toEqual([remove('x'), remove('b')]);
    expect(remaining([remove('a'), remove('b')], [])).toEqual([remove('a'), remove('b')]);
  });
});
