import { describe, expect, it } from 'vitest';
import { flattenModel } from './flatten-model.js';
import { modelAddress } from './model-address.js';
import { modelTemplate } from './model-template.js';
import { followPointer } from './schema-rules.js';
import { isSchema, type Schema, schemasBelow } from './schema-shape.js';

const API = 'a1b2c3d4e5';
const ref = (name: string): Schema => ({ $ref: modelAddress(API, name) });

/** Numbers that a failing run can repeat. */
function lcg(seed: number): () => number {
  let state = seed;
  return () => { state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; return state / 2 ** 32; };
}
const refsIn = (schema: Schema): readonly string[] => [...(typeof schema['$ref'] === 'string' ? [schema['$ref']] : []), ...schemasBelow(schema).flatMap(refsIn)];

describe('flattenModel', () => {
  it('has nothing to say of a model that is not there, and leaves one alone that refers to nobody', () => {
    const alone = { type: 'object', definitions: { A: {} }, properties: { a: { $ref: '#/definitions/A' } } };
    expect(flattenModel(API, 'None', new Map())).toBeNull();
    expect(flattenModel(API, 'Alone', new Map([['Alone', alone]]))).toEqual(alone);
  });

  it('leaves a model of another API where it is, and one that is gone', () => {
    const schema = { properties: { a: { $ref: modelAddress('zzzzzzzzzz', 'Pet') }, b: ref('Gone'), c: ref('Pet') } };
    expect(flattenModel(API, 'Root', new Map<string, Schema>([['Root', schema], ['Pet', {}]]))).toEqual({
      properties: { a: { $ref: modelAddress('zzzzzzzzzz', 'Pet') }, b: ref('Gone'), c: { $ref: '#/definitions/Pet' } }, definitions: { Pet: {} },
    });
  });

  it('keeps members called like members of every object', () => {
    const schema = JSON.parse(`{"properties":{"__proto__":${JSON.stringify(ref('Pet'))},"constructor":{"type":"string"}}}`) as Schema;
    const flat = flattenModel(API, 'Root', new Map<string, Schema>([['Root', schema], ['Pet', { type: 'null' }]]));
    expect(JSON.stringify(flat)).toBe('{"properties":{"__proto__":{"$ref":"#/definitions/Pet"},"constructor":{"type":"string"}},"definitions":{"Pet":{"type":"null"}}}');
  });

  it('leads every reference of any graph of models somewhere, in circles too, and every template of it ends', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = lcg(seed);
      const names = Array.from({ length: 1 + Math.floor(random() * 6) }, (_, n) => `M${n}`);
      const pick = (): string => names[Math.floor(random() * names.length)]!;
      const part = (): Schema => [() => ref(pick()), () => ({ type: 'array', items: ref(pick()) }), () => ({ $ref: '#/definitions/Own' }), () => ({ $ref: '#' }), () => ({ allOf: [ref(pick()), { properties: { z: { type: 'string' } } }] })][Math.floor(random() * 5)]!();
      const schemas = new Map<string, Schema>(names.map(name => [name, { type: 'object', definitions: { Own: part(), M0: { type: 'integer' } }, properties: { a: part(), b: part() } }]));
      const flat = flattenModel(API, 'M0', schemas)!;
      for (const each of refsIn(flat)) expect([seed, each, isSchema(followPointer(flat, each))]).toEqual([seed, each, true]);
      expect(modelTemplate(flat)).toMatch(/^#set\(\$inputRoot = \$input\.path\('\$'\)\)\n\{/);
    }
  });
});
