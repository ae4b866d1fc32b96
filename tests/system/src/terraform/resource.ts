import { type Provider } from './provider.js';
import { type ResourceData } from './resource-data.js';
import { type Attributes, type Schema } from './schema.js';

/** What Terraform keeps of one resource. */
export interface State { readonly id: string; readonly attributes: Attributes }

/** One resource of the provider, replayed: the calls it makes, in its order, with its members. */
export interface Resource {
  readonly name: string;
  readonly schema: Schema;
  /** Answers the id. */
  create(aws: Provider, data: ResourceData): Promise<string>;
  /** What the provider sets from the answer; null when the resource is gone. */
  read(aws: Provider, state: State): Promise<Attributes | null>;
  /** Answers the id; absent for resources whose every change replaces them. */
  update?(aws: Provider, id: string, data: ResourceData): Promise<string>;
  delete(aws: Provider, state: State): Promise<void>;
  /** How the id given to `terraform import` becomes a state that can be read; the id itself unless told. */
  importer?(aws: Provider, id: string): State | Promise<State>;
}

/** An import id of several parts: each part is an attribute, `id` makes the state's id of them. */
export const byParts = (names: readonly string[], id: (...parts: string[]) => string) => (_: Provider, given: string): State => {
  const split = given.split('/');
  const parts = [...split.slice(0, names.length - 1), split.slice(names.length - 1).join('/')];
  if (split.length < names.length || parts.includes('')) throw new Error(`unexpected format of ID (${given}), expected ${names.join('/')}`);
  return { id: id(...parts), attributes: Object.fromEntries(names.map((name, index) => [name, parts[index]!])) };
};
