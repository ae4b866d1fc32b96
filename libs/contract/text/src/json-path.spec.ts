import { describe, expect, it } from 'vitest';
import { compileJsonPath, UnsupportedPath } from './json-path.js';

const DOCUMENT = { pets: [{ id: 1, name: 'dog' }, { id: 2, name: 'cat' }], owner: { 'first name': 'Ada' }, nothing: null };

describe('compileJsonPath', () => {
  it.each([
    'pets', '$.pets[?(@.id==1)]', '$.pets[0:2]', '$.pets.length()', '$.', '$[', '$.pets[', "$['open]", '$..', '$ .pets', '$.pets[(@.length-1)]',
  ])('refuses %s instead of guessing', path => {
    expect(() => compileJsonPath(path)).toThrow(UnsupportedPath);
  });

  it.each([
    ['$', DOCUMENT], ['$.pets[1].name', 'cat'], ["$.owner['first name']", 'Ada'], ['$["owner"]["first name"]', 'Ada'], ['$.pets[-1].id', 2],
    ['$.nothing', null], ['$.missing', undefined], ['$.missing.deeper', undefined], ['$.pets.name', undefined], ['$.owner[0]', undefined],
    ['$.pets[*].id', [1, 2]], ['$..id', [1, 2]], ['$.owner.*', ['Ada']], ['$.pets[9].id', undefined], ['$..missing', []],
  ])('%s finds what Jayway finds', (path, expected) => {
    expect(compileJsonPath(path)(DOCUMENT)).toEqual(expected);
  });

  it('never reaches an inherited member', () => {
    for (const path of ['$.__proto__', '$.constructor', '$.pets.length', "$['toString']", '$..__proto__']) {
      const found = compileJsonPath(path)({ pets: [] });
      expect(Array.isArray(found) ? found : [found].filter(value => value !== undefined)).toEqual([]);
    }
  });

  it('walks a document that is nested 50,000 deep without using the stack up', () => {
    let deep: unknown = { id: 'end' };
    for (let i = 0; i < 50_000; i++) deep = { a: deep };
    expect(compileJsonPath('$..id')(deep)).toEqual(['end']);
  });
});
