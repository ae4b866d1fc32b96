import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { digestOf } from '@gatehouse/contract-primitives';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LastGood, type Pointers } from './last-good.js';

let folder: string;
beforeEach(() => { folder = mkdtempSync(path.join(os.tmpdir(), 'last-good-')); });
afterEach(() => rmSync(folder, { recursive: true }));

const open = (): LastGood => new LastGood(folder);
const file = (generation: number): string => path.join(folder, `pointers.${generation}`);
const files = (): string[] => readdirSync(folder).filter(name => name.startsWith('pointers')).sort();
const state = (): unknown => { const known = open().load(); return known && { revision: known.revision, ...Object.fromEntries(known.pointers) }; };
const base = (revision: number, pointers: Record<string, string>): Pointers => ({ revision, pointers: new Map(Object.entries(pointers)), before: new Map(), failed: new Set() });
const change = (revision: number, set: Record<string, string>, drop: string[] = [], failed: string[] = []) => ({ revision, set, drop, failed });
const DAMAGES: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  empty: () => Buffer.alloc(0),
  'cut in its base': bytes => bytes.subarray(0, 20),
  'with one bit flipped in its base': bytes => { const flipped = Buffer.from(bytes); flipped[25]! ^= 1; return flipped; },
  'full of zeros': bytes => Buffer.alloc(bytes.length),
};

describe('LastGood', () => {
  it('is empty before anything was served, and keeps no change without a base', () => {
    expect(open().load()).toBeNull();
    expect(() => open().append(change(1, {}))).toThrow(/base/);
  });

  it('reads back the base and every change after it', () => {
    const good = open();
    good.reset(base(1, { a: '1', b: '1' }));
    good.append(change(2, { c: '2' }, ['a']));
    good.append(change(3, { b: '3' }));
    expect(state()).toEqual({ revision: 3, b: '3', c: '2' });
  });

  it.each(Object.entries(DAMAGES))('loses nothing when one file is %s, whichever it is', (_, damage) => {
    const good = open();
    good.reset(base(1, { a: '1' }));
    good.append(change(2, { a: '2' }));
    expect(files()).toEqual(['pointers.1', 'pointers.2']);
    for (const generation of [1, 2]) {
      const whole = readFileSync(file(generation));
      writeFileSync(file(generation), damage(whole));
      expect(state()).toEqual({ revision: 2, a: '2' });
      writeFileSync(file(generation), whole);
    }
    for (const generation of [1, 2]) writeFileSync(file(generation), damage(readFileSync(file(generation))));
    expect(state()).toBeNull();
  });

  it('leaves out a torn last line, and everything after a damaged one, when both files have it', () => {
    const good = open();
    good.reset(base(1, { a: '1' }));
    good.append(change(2, { a: '2' }));
    good.append(change(3, { a: '3' }));
    for (const generation of [1, 2]) truncateSync(file(generation), readFileSync(file(generation)).length - 5);
    expect(state()).toEqual({ revision: 2, a: '2' });
    for (const generation of [1, 2]) appendFileSync(file(generation), '\nnonsense that is no line\n');
    expect(state()).toEqual({ revision: 2, a: '2' });
  });

  it('adds no change behind a torn line: it would be lost with it', () => {
    const before = open();
    before.reset(base(1, { a: '1' }));
    before.append(change(2, { a: '2' }));
    for (const generation of [1, 2]) truncateSync(file(generation), readFileSync(file(generation)).length - 5);
    const good = open();
    good.reset(good.load()!);
    good.append(change(3, { a: '3' }));
    expect(state()).toEqual({ revision: 3, a: '3' });
    expect(files()).toEqual(['pointers.3', 'pointers.4']);
  });

  it('keeps two files and no more', () => {
    const good = open();
    for (let revision = 1; revision <= 5; revision++) good.reset(base(revision, {}));
    expect(files()).toEqual(['pointers.5', 'pointers.6']);
    const again = open();
    again.load();
    again.append(change(6, { x: '6' }));
    expect(state()).toEqual({ revision: 6, x: '6' });
  });

  it('remembers what a pointer named while it was served, also over a new base; what never was served is no fallback', () => {
    const good = open();
    good.reset(base(1, { a: '1', b: '1' }));
    good.append(change(2, { a: '2' }));
    good.append(change(3, { a: '3' }, [], ['a']));
    good.append(change(4, { a: '4' }, ['b'], ['a']));
    const known = open().load()!;
    expect([Object.fromEntries(known.before), [...known.failed]]).toEqual([{ a: '2' }, ['a']]);
    good.reset(known);
    expect(open().load()!.before).toEqual(new Map([['a', '2']]));
  });

  it('refuses a document that is not what its digest says', () => {
    const good = open();
    const text = '{"a":1}';
    good.store(digestOf(text), text);
    expect(good.document(digestOf(text))).toBe(text);
    const [shelf] = readdirSync(path.join(folder, 'documents'));
    writeFileSync(path.join(folder, 'documents', shelf!, `${digestOf(text)}.json`), '{"a":2}');
    expect(good.document(digestOf(text))).toBeNull();
    expect(good.document('0'.repeat(64))).toBeNull();
  });

  it('sweeps what no generation needs', () => {
    const good = open();
    const [kept, gone] = ['{"k":1}', '{"g":1}'];
    for (const text of [kept, gone]) good.store(digestOf(text), text);
    good.reset(base(1, { 'key:a:r:1': digestOf(kept) }));
    good.sweep(good.needed());
    expect([good.document(digestOf(kept)), good.document(digestOf(gone))]).toEqual([kept, null]);
  });
});
