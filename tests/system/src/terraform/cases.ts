import { type Resource, type State } from './resource.js';
import { type Attributes } from './schema.js';
import { type World } from './world.js';

/** A configuration and what becomes of it: each change is laid over the configuration before it; null takes an attribute away. */
export interface Script {
  readonly config: Attributes;
  readonly changes: readonly (readonly [told: string, change: Attributes])[];
  /** What the read must have filled in, where it is more than "something". */
  readonly computed?: (state: State) => Attributes;
  /** The id as `terraform import` takes it. */
  readonly importId: (state: State) => string;
  /** The provider's delete looks at what is gone already, and ends in NotFoundException when it is repeated. */
  readonly isDeletedOnce?: boolean;
}

export interface Case { readonly resource: Resource; readonly told: string; readonly prepare: (world: World) => Promise<Script> }
