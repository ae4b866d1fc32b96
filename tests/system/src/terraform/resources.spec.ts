import { NotFoundException } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { API_CASES } from './cases-api.js';
import { DELIVERY_CASES } from './cases-delivery.js';
import { METHOD_CASES } from './cases-methods.js';
import { type Script } from './cases.js';
import { create, importById, plan, refresh, update } from './lifecycle.js';
import { Provider } from './provider.js';
import { RESOURCES } from './registry.js';
import { type Resource, type State } from './resource.js';
import { type Attributes, differences, planned, type Schema } from './schema.js';
import { World } from './world.js';

const CASES = [...API_CASES, ...METHOD_CASES, ...DELIVERY_CASES];
const NO_CHANGE = { changes: [], replaces: false };
const aws = new Provider(inject('system'));
const changed = new Map<string, Set<string>>();

/** Every attribute that the provider changes in place, blocks member by member. */
const updatable = (schema: Schema, prefix = ''): readonly string[] => Object.entries(schema).filter(([, { presence, forcesNew }]) => presence !== 'computed' && !forcesNew)
  .flatMap(([name, { as, of }]) => [prefix + name, ...(of && as === 'list' ? updatable(of, `${prefix}${name}.0.`) : [])]);

/** An import knows what is read; what is only ever written stays with the configuration. */
const readable = ({ schema }: Resource, { attributes }: State): Attributes => Object.fromEntries(Object.entries(attributes).filter(([name]) => !schema[name]?.isWriteOnly));

describe.each(CASES.map(each => [`${each.resource.name}: ${each.told}`, each] as const))('%s', (_, { resource, prepare }) => {
  const world = new World(aws);
  let script: Script;
  let state: State;
  let config: Attributes;

  beforeAll(async () => { script = await prepare(world); });
  afterAll(() => world.leave());

  it('is created as it is configured: a plan after the create and a plan after the next read show nothing', async () => {
    config = script.config;
    state = await create(aws, resource, config);
    expect(plan(resource, state, config)).toEqual(NO_CHANGE);
    const second = await refresh(aws, resource, state);
    expect(second).toEqual(state);
    expect(plan(resource, second!, config)).toEqual(NO_CHANGE);
    if (script.computed) expect(state.attributes).toMatchObject(script.computed(state));
    for (const [name, { presence }] of Object.entries(resource.schema)) if (presence === 'computed') expect(state.attributes, name).toHaveProperty([name]);
  });

  it('takes every change in place, and reads it back twice the same', async () => {
    for (const [told, change] of script.changes) {
      const next = { ...config, ...change };
      const shown = plan(resource, state, next);
      expect(shown.replaces, told).toBe(false);
      for (const name of shown.changes) changed.set(resource.name, (changed.get(resource.name) ?? new Set()).add(name));
      if (shown.changes.length > 0) {
        state = await update(aws, resource, state, next).catch((error: unknown) => { throw new Error(`${told}: ${String(error)}`, { cause: error }); });
      }
      expect(plan(resource, state, next), told).toEqual(NO_CHANGE);
      expect(await refresh(aws, resource, state), told).toEqual(state);
      config = next;
    }
  });

  it('is imported by its id alone to the same state', async () => {
    const imported = await importById(aws, resource, script.importId(state));
    expect(imported?.id).toBe(state.id);
    expect(differences(resource.schema, readable(resource, state), readable(resource, imported!))).toEqual([]);
    const kept = Object.fromEntries(Object.entries(resource.schema).filter(([, { isWriteOnly }]) => isWriteOnly).map(([name]) => [name, state.attributes[name] ?? null]));
    expect(differences(resource.schema, { ...imported!.attributes, ...kept }, planned(resource.schema, config, { ...imported!.attributes, ...kept }))).toEqual([]);
  });

  it('is destroyed, is gone for the next read, and may be destroyed again', async () => {
    await resource.delete(aws, state);
    if (!PARTS_OF_AN_API.has(resource)) expect(await refresh(aws, resource, state)).toBeNull();
    const again = resource.delete(aws, state);
    await (script.isDeletedOnce ? expect(again).rejects.toThrow(NotFoundException) : again);
  });
});

/** In the schema without a call that would change it. */
const NEVER_SENT: readonly string[] = ['aws_api_gateway_base_path_mapping.domain_name_id'];

/** Destroying these leaves what they belong to: the account, the API. */
const PARTS_OF_AN_API = new Set<Resource>([RESOURCES.account, RESOURCES.restApiPolicy, RESOURCES.restApiPut, RESOURCES.gatewayResponse]);

describe('the cases together', () => {
  it('cover every resource, and change every attribute that the provider changes in place', () => {
    for (const resource of Object.values<Resource>(RESOURCES)) {
      expect(CASES.some(each => each.resource === resource), resource.name).toBe(true);
      expect([...updatable(resource.schema)].filter(name => !changed.get(resource.name)?.has(name) && !NEVER_SENT.includes(`${resource.name}.${name}`)), resource.name).toEqual([]);
    }
  });

  it('were never slowed down and never refused for what ran beside them', () => {
    expect(aws.refusals.filter(({ status }) => status === 409 || status === 429 || status >= 500)).toEqual([]);
  });
});
