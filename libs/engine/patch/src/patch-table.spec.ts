import { describe, expect, it } from 'vitest';
import { decimal, flag, text, textOrNull, whole } from './codec.js';
import { namedEntry, valuedEntry, type ListRules } from './list-rules.js';
import { PatchRefused } from './patch-refused.js';
import { patchTable } from './patch-table.js';
import { add, copy, custom, remove, replace, type PatchOperation } from './rule.js';
import { LISTED } from './wording.js';

interface Thing {
  name: string;
  description: string | null;
  enabled: boolean;
  size: number | null;
  types: readonly string[];
  scopes: readonly string[];
  variables: Record<string, string>;
  settings: Record<string, { rateLimit?: number; level?: string }>;
  canary: { deploymentId: string; overrides: Record<string, string> } | null;
}

const types: ListRules<Thing> = { read: thing => thing.types, write: (thing, entries) => { thing.types = entries; }, missing: 'no such type' };
const scopes: ListRules<Thing> = {
  read: thing => thing.scopes, write: (thing, entries) => { thing.scopes = entries; }, missing: 'no such scope',
  check: scope => { if (scope.includes(' ')) throw new PatchRefused('bad scope'); },
};

const ROWS = {
  '/description': [add(textOrNull), replace(textOrNull), remove()],
  '/enabled': replace(flag('Invalid boolean')),
  '/name': replace(text),
  '/size': replace(whole(0, 10, 'Invalid size')),
  '/types/{type}': namedEntry(types, 'type'),
  '/types/{type+}': namedEntry(types, 'type'),
  '/scopes': valuedEntry(scopes),
  '/variables': [remove({ leaves: () => ({}) }), copy(['canary', 'overrides'])],
  '/variables/{name}': [add(text), replace(text, { absent: 'Invalid parameter name specified' }), remove({ absent: 'Invalid parameter name specified' })],
  '/canary': remove(),
  '/{resource}/{method}/rate': replace(decimal(0, 1e6, 'Invalid rate'), { at: ['settings', '{resource}/{method}', 'rateLimit'] }),
  '/{resource}/{method}/level': custom<Thing>('replace', (thing, { operation, holes }) => {
    thing.settings[`${holes['resource']}/${holes['method']}`] = { level: operation.value ?? '' };
  }),
};
const plain = patchTable<Thing>(ROWS);
const listed = patchTable<Thing>({ '/description': replace(text), '/enabled': replace(flag('x')), '/name': replace(text) }, LISTED);

const thing = (): Thing => ({
  name: 'a', description: 'd', enabled: false, size: null, types: ['text/plain'], scopes: ['read'], variables: { old: '1' }, settings: {}, canary: { deploymentId: 'b', overrides: { v: '2' } },
});
const refusal = (table: typeof plain, operation: PatchOperation): PatchRefused => {
  try {
    table.apply(thing(), [operation]);
  } catch (error) {
    if (error instanceof PatchRefused) return error;
    throw error;
  }
  throw new Error('the patch was not refused');
};

describe('a patch is refused', () => {
  it.each<[PatchOperation, string]>([
    [{ op: 'replace', path: '/nope', value: 'x' }, 'Invalid patch path /nope'],
    [{ op: 'replace', value: 'x' }, 'Invalid patch path null'],
    [{ op: 'replace', path: 'name', value: 'x' }, 'Invalid patch path name'],
    [{ op: 'replace', path: '', value: 'x' }, 'Invalid patch path '],
    [{ op: 'replace', path: '/', value: 'x' }, 'Invalid patch path /'],
    [{ op: 'replace', path: '/variables/', value: 'x' }, 'Invalid patch path /variables/'],
    [{ op: 'replace', path: '/name/first', value: 'x' }, 'Invalid patch path /name/first'],
    [{ op: 'replace', path: '/__proto__', value: 'x' }, 'Invalid patch path /__proto__'],
    [{ op: 'add', path: '/name', value: 'x' }, 'Invalid patch operation specified. Must be one of: [replace]'],
    [{ op: 'move', path: '/name', from: '/description' }, "Invalid patch operation specified. Must be 'add'|'remove'|'replace'"],
    [{ op: 'replace', path: '/enabled', value: 'yes' }, 'Invalid boolean'],
    [{ op: 'replace', path: '/enabled' }, 'Invalid boolean'],
    [{ op: 'replace', path: '/size', value: '11' }, 'Invalid size'],
    [{ op: 'replace', path: '/size', value: '1e1' }, 'Invalid size'],
    [{ op: 'replace', path: '/size', value: '' }, 'Invalid size'],
    [{ op: 'replace', path: '/a/GET/rate', value: 'Infinity' }, 'Invalid rate'],
    [{ op: 'replace', path: '/a/GET/rate', value: '0x10' }, 'Invalid rate'],
    [{ op: 'replace', path: '/variables/nope', value: '1' }, 'Invalid parameter name specified'],
    [{ op: 'remove', path: '/variables/toString' }, 'Invalid parameter name specified'],
    [{ op: 'remove', path: '/types/image~1png' }, 'no such type'],
    [{ op: 'add', path: '/scopes', value: 'a b' }, 'bad scope'],
  ])('%j: %s', (operation, message) => {
    expect(refusal(plain, operation).message).toBe(message);
  });

  it.each<[PatchOperation, string]>([
    [{ op: 'replace', path: '/id', value: 'x' }, "Invalid patch path  '/id' specified for op 'replace'. Must be one of: [/description, /enabled, /name]"],
    [{ op: 'add', path: '/name', value: 'x' }, "Invalid patch path  '/name' specified for op 'add'. Please choose supported operations"],
    [{ op: 'remove', path: '/wrong-path' }, "Invalid patch path  '/wrong-path' specified for op 'remove'. Please choose supported operations"],
  ])('in the wording of families that list their paths: %j', (operation, message) => {
    expect(refusal(listed, operation).message).toBe(message);
  });

  it('as missing when the entry is not there, so that the door answers 404', () => {
    expect(refusal(plain, { op: 'remove', path: '/variables/nope' }).kind).toBe('missing');
    expect(refusal(plain, { op: 'replace', path: '/nope' }).kind).toBe('invalid');
  });

  it('as a whole: a later refusal undoes the earlier operations', () => {
    const before = thing();
    expect(() => plain.apply(before, [{ op: 'replace', path: '/name', value: 'new' }, { op: 'replace', path: '/nope' }])).toThrow(PatchRefused);
    expect(before).toEqual(thing());
  });
});

describe('a patch', () => {
  it.each<[readonly PatchOperation[], Partial<Thing>]>([
    [[{ op: 'replace', path: '/name', value: 'b' }, { op: 'replace', path: '/name', value: 'c' }], { name: 'c' }],
    [[{ op: 'remove', path: '/description' }], { description: null }],
    [[{ op: 'replace', path: '/enabled', value: 'TRUE' }], { enabled: true }],
    [[{ op: 'add', path: '/types/image~1png' }], { types: ['text/plain', 'image/png'] }],
    [[{ op: 'add', path: '/types/image/png' }], { types: ['text/plain', 'image/png'] }],
    [[{ op: 'add', path: '/types/a~01b' }], { types: ['text/plain', 'a~1b'] }],
    [[{ op: 'replace', path: '/types/text~1plain', value: 'text/html' }], { types: ['text/html'] }],
    [[{ op: 'remove', path: '/types/text~1plain' }], { types: [] }],
    [[{ op: 'add', path: '/scopes', value: 'write' }, { op: 'remove', path: '/scopes', value: 'read' }], { scopes: ['write'] }],
    [[{ op: 'add', path: '/variables/new', value: 'x' }, { op: 'remove', path: '/variables/old' }], { variables: { new: 'x' } }],
    [[{ op: 'remove', path: '/variables' }], { variables: {} }],
    [[{ op: 'copy', path: '/variables', from: '/canary/overrides' }, { op: 'remove', path: '/canary' }], { variables: { v: '2' }, canary: null }],
    [[{ op: 'replace', path: '/~1pets~1{id}/GET/rate', value: '12.5' }], { settings: { '/pets/{id}/GET': { rateLimit: 12.5 } } }],
    [[{ op: 'replace', path: '/*/*/level', value: 'INFO' }], { settings: { '*/*': { level: 'INFO' } } }],
  ])('%j', (operations, change) => {
    expect(JSON.parse(JSON.stringify(plain.apply(thing(), operations)))).toEqual({ ...thing(), ...change });
  });

  it('keeps a member called __proto__ as plain data', () => {
    const next = plain.apply(thing(), [{ op: 'add', path: '/variables/__proto__', value: 'x' }]);
    expect(JSON.stringify(next.variables)).toBe('{"old":"1","__proto__":"x"}');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(next)).toBe(Object.prototype);
    expect(plain.apply(next, [{ op: 'remove', path: '/variables/__proto__' }]).variables).toEqual({ old: '1' });
  });
});
