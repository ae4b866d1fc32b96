import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { canonicalJson, digestOf } from '@gatehouse/contract-primitives';
import { parseDocument, type AccountPage, type SnapshotDocument } from '@gatehouse/contract-snapshot';
import { readSource, sourceOf, type ApiKeyRow, type RestApiRows, type RestApiSource, type StageSource, type StoredSource, type UsagePlanRow } from '@gatehouse/control-store';
import { describe, expect, it } from 'vitest';
import { freezeAccount, freezeKey, freezePlan } from './access-book.js';
import { freezeRestApi } from './rest.js';
import { freezeStage } from './stage.js';

// `name.in.json` is what the rows say, `name.out.json` what gateways read. `UPDATE_GOLDENS=1` writes the answers anew: read the diff.
const FOLDER = path.resolve(import.meta.dirname, '../goldens');
const isUpdating = process.env['UPDATE_GOLDENS'] === '1';

type Freeze = (input: unknown) => SnapshotDocument;
const KINDS: Readonly<Record<string, Freeze>> = {
  'rest-api': input => freezeRestApi(readSource(input as StoredSource)),
  'stage': input => freezeStage(input as StageSource),
  'plan': input => freezePlan(input as UsagePlanRow),
  'key': input => { const { row, usagePlanIds } = input as { row: ApiKeyRow; usagePlanIds: string[] }; return freezeKey(row, usagePlanIds); },
  'account': input => { const { accountId, region, throttle } = input as Pick<AccountPage, 'accountId' | 'region'> & { throttle: Parameters<typeof freezeAccount>[2] }; return freezeAccount(accountId, region, throttle); },
};
const namesOf = (kind: string, ending: '.in.json' | '.out.json'): readonly string[] => readdirSync(path.join(FOLDER, kind)).filter(name => name.endsWith(ending)).map(name => name.slice(0, -ending.length)).sort();
const read = (kind: string, name: string, ending: string): string => readFileSync(path.join(FOLDER, kind, name + ending), 'utf8');
const CASES = Object.entries(KINDS).flatMap(([kind, freeze]) => namesOf(kind, '.in.json').map(name => ({ kind, name, freeze, input: JSON.parse(read(kind, name, '.in.json')) as unknown })));

/** A shuffle that a failing run can repeat. */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items.map(item => ({ item, at: random() })).sort((a, b) => a.at - b.at).map(({ item }) => item);
}
function lcg(seed: number): () => number {
  let state = seed;
  return () => { state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; return state / 2 ** 32; };
}
/** The same value with the members of every object written in another order. */
function reordered(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map(item => reordered(item, random));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(shuffled(Object.entries(value), random).map(([key, member]) => [key, reordered(member, random)]));
}
const digest = (document: SnapshotDocument): string => digestOf(canonicalJson(document));

/** A source taken apart into the rows that it came from. */
function rowsOf({ accountId, region, api, resources, models, requestValidators, authorizers, gatewayResponses }: RestApiSource): RestApiRows {
  const methods = resources.flatMap(({ id, methods }) => methods.map(method => ({ resourceId: id, ...method })));
  return {
    api: { accountId, region, ...api },
    resources,
    methods,
    methodResponses: methods.flatMap(({ resourceId, httpMethod, methodResponses }) => methodResponses.map(response => ({ resourceId, httpMethod, ...response }))),
    integrations: methods.flatMap(({ resourceId, httpMethod, integration }) => (integration ? [{ resourceId, httpMethod, fields: integration.fields }] : [])),
    integrationResponses: methods.flatMap(({ resourceId, httpMethod, integration }) => (integration?.integrationResponses ?? []).map(response => ({ resourceId, httpMethod, ...response }))),
    models, requestValidators, authorizers, gatewayResponses,
  };
}

describe('what gateways read of what the rows say', () => {
  it.each(CASES)('$kind/$name', ({ kind, name, freeze, input }) => {
    const text = `${JSON.stringify(freeze(input), null, 2)}\n`;
    const file = path.join(FOLDER, kind, `${name}.out.json`);
    if (isUpdating) writeFileSync(file, text);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : 'missing: run with UPDATE_GOLDENS=1').toBe(text);
  });

  it('no answer lies there without its question', () => {
    for (const kind of Object.keys(KINDS)) expect([kind, namesOf(kind, '.out.json')]).toEqual([kind, namesOf(kind, '.in.json')]);
    expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(KINDS).sort());
  });
});

describe('every frozen document', () => {
  it.each(CASES)('is read back by gateways as it was written: $kind/$name', ({ freeze, input }) => {
    const document = freeze(input);
    expect(parseDocument(canonicalJson(document))).toEqual(document);
  });

  it.each(CASES)('has one digest, whatever the order of members in its columns: $kind/$name', ({ freeze, input }) => {
    const random = lcg(7);
    for (let round = 0; round < 20; round++) expect(digest(freeze(reordered(input, random)))).toBe(digest(freeze(input)));
  });

  it.each(CASES.filter(({ kind }) => kind === 'rest-api'))('has one digest, whatever the order of rows: $name', ({ input }) => {
    const source = readSource(input as StoredSource);
    const wanted = digest(freezeRestApi(source));
    const rows = rowsOf(source);
    expect(sourceOf(rows)).toEqual(source);
    const random = lcg(11);
    for (let round = 0; round < 50; round++) {
      const { api, ...lists } = rows;
      const mixed = { api, ...Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, shuffled(list as readonly unknown[], random)])) } as RestApiRows;
      expect(digest(freezeRestApi(sourceOf(mixed)))).toBe(wanted);
    }
  });

  it('has another digest when anything that is served is another', () => {
    const input = CASES.find(({ kind, name }) => kind === 'rest-api' && name === 'pets')!.input as StoredSource;
    const other = JSON.parse(JSON.stringify(input).replace('"apiKeyRequired":true', '"apiKeyRequired":false')) as StoredSource;
    expect(digest(freezeRestApi(readSource(other)))).not.toBe(digest(freezeRestApi(readSource(input))));
  });

  it.each<[string, string, string]>([
    ['a model', 'minLength\\":1', 'minLength\\":2'], ['a validator', '"validateRequestBody":true', '"validateRequestBody":false'], ['an authorizer', 'Bearer .+', 'Token .+'], ['a gateway response', '"statusCode":"418"', '"statusCode":"400"'],
  ])('has another digest when %s is another', (_, before, after) => {
    const text = JSON.stringify(CASES.find(({ kind, name }) => kind === 'rest-api' && name === 'guarded')!.input);
    expect(text).toContain(before);
    expect(digest(freezeRestApi(readSource(JSON.parse(text.replace(before, after)) as StoredSource)))).not.toBe(digest(freezeRestApi(readSource(JSON.parse(text) as StoredSource))));
  });

  it('holds nothing of a key but its digest, and nothing that only people read', () => {
    for (const { kind, name } of CASES) expect([kind, name, /sealed|never frozen|never served/.test(read(kind, name, '.out.json'))]).toEqual([kind, name, false]);
  });
});
