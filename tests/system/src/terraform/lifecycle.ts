import { type Provider } from './provider.js';
import { ResourceData } from './resource-data.js';
import { type Resource, type State } from './resource.js';
import { type Attributes, differences, planned } from './schema.js';

/** What a plan shows: the attributes that would change, and whether one of them replaces the resource. */
export interface Plan { readonly changes: readonly string[]; readonly replaces: boolean }

export function plan({ schema }: Resource, state: State, config: Attributes): Plan {
  const changes = differences(schema, state.attributes, planned(schema, config, state.attributes));
  return { changes, replaces: changes.some(name => schema[name]?.forcesNew) };
}

/** Create, then the read that the provider or Terraform's next refresh makes. */
export async function create(aws: Provider, resource: Resource, config: Attributes): Promise<State> {
  const attributes = planned(resource.schema, config, {});
  const id = await resource.create(aws, new ResourceData(resource.schema, {}, attributes));
  const state = await refresh(aws, resource, { id, attributes });
  if (!state) throw new Error(`${resource.name} ${id} is not there after its create`);
  return state;
}

/** Reads: what the answer sets goes over what the state has. Null: gone. */
export async function refresh(aws: Provider, resource: Resource, state: State): Promise<State | null> {
  const read = await resource.read(aws, state);
  return read && { id: (read['id'] as string | undefined) ?? state.id, attributes: { ...state.attributes, ...read } };
}

/** Changes in place and reads again. */
export async function update(aws: Provider, resource: Resource, state: State, config: Attributes): Promise<State> {
  if (!resource.update) throw new Error(`${resource.name} has no update`);
  const attributes = planned(resource.schema, config, state.attributes);
  const id = await resource.update(aws, state.id, new ResourceData(resource.schema, state.attributes, attributes));
  const next = await refresh(aws, resource, { id, attributes });
  if (!next) throw new Error(`${resource.name} ${id} is not there after its update`);
  return next;
}

/** `terraform import`: nothing is known but the id. */
export async function importById(aws: Provider, resource: Resource, id: string): Promise<State | null> {
  return refresh(aws, resource, resource.importer ? await resource.importer(aws, id) : { id, attributes: {} });
}
