import { describe, expect, it } from 'vitest';
import { MethodTable } from './method-table.js';
import { InvalidTemplate, SegmentTrie, variablesOf } from './segment-trie.js';

function trieOf(...templates: readonly string[]): SegmentTrie<string> {
  const trie = new SegmentTrie<string>();
  for (const template of templates) trie.add(template, template);
  return trie;
}
const found = (trie: SegmentTrie<string>, path: string): readonly [string, ...string[]] | null => {
  const match = trie.find(path);
  return match === null ? null : [match.value, ...match.values];
};

describe('SegmentTrie', () => {
  it.each([
    [['/a/{x}', '/a/{y}']], [['/a/{p+}/b']], [['/a', '/a']], [['/{p+}', '/{q+}']],
  ])('refuses templates %j that no path could tell apart', templates => {
    expect(() => trieOf(...templates)).toThrow(InvalidTemplate);
  });

  const pets = trieOf('/pets', '/pets/{petId}', '/pets/mine', '/pets/{petId}/toys', '/files/{proxy+}');
  it.each([
    ['/', null], ['/pet', null], ['/pets/', ['/pets']], ['/pets', ['/pets']], ['/pets/7', ['/pets/{petId}', '7']], ['/pets/7/', ['/pets/{petId}', '7']],
    ['/pets/mine', ['/pets/mine']], ['/pets/mine/toys', ['/pets/{petId}/toys', 'mine']], ['/pets/7/toys/1', null], ['/pets//toys', null],
    ['/PETS', null], ['/pets/%6dine', ['/pets/{petId}', '%6dine']], ['/files', null], ['/files/', null], ['/files/a/b/c', ['/files/{proxy+}', 'a/b/c']],
    ['/files/a/b/', ['/files/{proxy+}', 'a/b']], ['/files/a//b', ['/files/{proxy+}', 'a//b']], ['//pets', ['/pets']],
    ['/files/test%2Balias@gmail.com/plus/test+alias@gmail.com', ['/files/{proxy+}', 'test%2Balias@gmail.com/plus/test+alias@gmail.com']],
  ])('%s leads to %j', (path, expected) => {
    expect(found(pets, path)).toEqual(expected);
  });

  it('takes a static choice back when it leads nowhere', () => {
    const trie = trieOf('/part1/hardcoded-value', '/{param+}');
    expect(found(trie, '/part1/hardcoded-value')).toEqual(['/part1/hardcoded-value']);
    expect(found(trie, '/part1/random-value')).toEqual(['/{param+}', 'part1/random-value']);
    expect(found(trie, '/part1')).toEqual(['/{param+}', 'part1']);
  });

  it('takes a variable back too, with its value', () => {
    const trie = trieOf('/{a}/b/c', '/x/{d}/e', '/{rest+}');
    expect(found(trie, '/x/b/e')).toEqual(['/x/{d}/e', 'b']);
    expect(found(trie, '/x/b/c')).toEqual(['/{a}/b/c', 'x']);
    expect(found(trie, '/x/b/z')).toEqual(['/{rest+}', 'x/b/z']);
  });

  it('never lets a greedy variable match the bare parent', () => {
    expect(found(trieOf('/{proxy+}'), '/')).toBeNull();
    expect(found(trieOf('/', '/{proxy+}'), '/')).toEqual(['/']);
    expect(found(trieOf('/{proxy+}'), '//double')).toEqual(['/{proxy+}', 'double']);
  });

  it('meets each node at most once, however a path was made', () => {
    const templates: string[] = [];
    for (let depth = 1; depth <= 10; depth++) templates.push('/a'.repeat(depth), `${'/a'.repeat(depth - 1)}/{v}`);
    const trie = trieOf(...new Set(templates));
    const started = performance.now();
    for (let i = 0; i < 1_000; i++) expect(trie.find('/a'.repeat(2_000))).toBeNull();
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('names the variables of a template in order', () => {
    expect(variablesOf('/a/{b}/c/{d+}')).toEqual(['b', 'd']);
  });
});

describe('MethodTable', () => {
  it('prefers the verb to ANY, and never answers HEAD with GET', () => {
    const table = new MethodTable<string>();
    table.set('GET', 'get');
    expect(table.find('HEAD')).toBeNull();
    expect(table.find('POST')).toBeNull();
    table.set('ANY', 'any');
    expect([table.find('GET'), table.find('HEAD'), table.find('PURGE'), table.find('QUERY')]).toEqual(['get', 'any', null, null]);
  });
});
