import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { digestOf } from '@gatehouse/contract-primitives';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LastGood } from './last-good.js';

let folder: string;
beforeEach(() => { folder = mkdtempSync(path.join(os.tmpdir(), 'last-good-')); });
afterEach(() => rmSync(folder, { recursive: true }));

const open = (): LastGood => new LastGood(folder);
const file = (generation: number): string => path.join(folder, `pointers.${generation}`);
const state = (): unknown => { const known = open().load(); return known && { revision: known.revision, ...Object.fromEntries(known.pointers) }; };

describe('LastGood', () => {
  it('is empty before anything was served', () => expect(open().load()).toBeNull());

  it('reads back the base and every change after it', () => {
    const good = open();
    good.reset({ revision: 1, pointers: new Map([['a', '1'], ['b', '1']]) });
    good.append({ revision: 2, set: { c: '2' }, drop: ['a'] });
    good.append({ revision: 3, set: { b: '3' }, drop: [] });
    expect(state()).toEqual({ revision: 3, b: '3', c: '2' });
  });

  it('leaves out a torn last line, and everything after a damaged one', () => {
    const good = open();
    good.reset({ revision: 1, pointers: new Map([['a', '1']]) });
    good.append({ revision: 2, set: { a: '2' }, drop: [] });
    good.append({ revision: 3, set: { a: '3' }, drop: [] });
    truncateSync(file(1), readFileSync(file(1)).length - 5);
    expect(state()).toEqual({ revision: 2, a: '2' });
    appendFileSync(file(1), '\nnonsense that is no line\n');
    expect(state()).toEqual({ revision: 2, a: '2' });
  });

  it('falls back to the generation before when the newest is empty, damaged or cut in its base', () => {
    const good = open();
    good.reset({ revision: 1, pointers: new Map([['a', '1']]) });
    good.reset({ revision: 9, pointers: new Map([['a', '9']]) });
    const whole = readFileSync(file(2));
    for (const damaged of [Buffer.alloc(0), whole.subarray(0, 20), Buffer.from(whole.toString().replace('"9"', '"8"')), Buffer.alloc(200)]) {
      writeFileSync(file(2), damaged);
      expect(state()).toEqual({ revision: 1, a: '1' });
    }
  });

  it('keeps two generations and no more', () => {
    const good = open();
    for (let revision = 1; revision <= 5; revision++) good.reset({ revision, pointers: new Map() });
    expect(readdirSync(folder).filter(name => name.startsWith('pointers')).sort()).toEqual(['pointers.4', 'pointers.5']);
    open().append({ revision: 6, set: { x: '6' }, drop: [] });
    expect(state()).toEqual({ revision: 6, x: '6' });
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
    good.reset({ revision: 1, pointers: new Map([['key:a:r:1', digestOf(kept)]]) });
    good.sweep(good.needed());
    expect([good.document(digestOf(kept)), good.document(digestOf(gone))]).toEqual([kept, null]);
  });
});
