import { randomBytes } from 'node:crypto';
import { create } from './lifecycle.js';
import { type Provider } from './provider.js';
import { RESOURCES } from './registry.js';
import { type Resource, type State } from './resource.js';
import { type Attributes } from './schema.js';

/** A name that no other test has. */
export const unique = (prefix: string): string => `${prefix}-${randomBytes(4).toString('hex')}`;

export interface Api { readonly id: string; readonly root: string }
export interface Method { readonly rest_api_id: string; readonly resource_id: string; readonly http_method: string }

/** What a case needs around its resource, made by the replayed provider itself and taken away in the reverse order. */
export class World {
  private readonly made: (readonly [Resource, State])[] = [];

  constructor(readonly aws: Provider) {}

  async make(resource: Resource, config: Attributes): Promise<State> {
    const state = await create(this.aws, resource, config);
    this.made.push([resource, state]);
    return state;
  }

  async api(more: Attributes = {}): Promise<Api> {
    const { id, attributes } = await this.make(RESOURCES.restApi, { name: unique('api'), ...more });
    return { id, root: attributes['root_resource_id'] as string };
  }

  async path(api: Api, path_part: string, parent_id = api.root): Promise<string> {
    return (await this.make(RESOURCES.apiResource, { rest_api_id: api.id, parent_id, path_part })).id;
  }

  /** A method below the root, without an integration. */
  async method(api: Api, path_part: string, more: Attributes = {}): Promise<Method> {
    const method = { rest_api_id: api.id, resource_id: await this.path(api, path_part), http_method: 'GET' };
    await this.make(RESOURCES.method, { ...method, authorization: 'NONE', ...more });
    return method;
  }

  async mock(api: Api, path_part: string): Promise<Method> {
    const method = await this.method(api, path_part);
    await this.make(RESOURCES.integration, { ...method, type: 'MOCK' });
    return method;
  }

  /** The id of a deployment of an API that has a method. */
  async deployment(api: Api, more: Attributes = {}): Promise<string> {
    return (await this.make(RESOURCES.deployment, { rest_api_id: api.id, ...more })).id;
  }

  async stage(api: Api, deployment_id: string, stage_name: string, more: Attributes = {}): Promise<State> {
    return this.make(RESOURCES.stage, { rest_api_id: api.id, deployment_id, stage_name, ...more });
  }

  async leave(): Promise<void> {
    for (const [resource, state] of [...this.made].reverse()) await resource.delete(this.aws, state);
  }
}
