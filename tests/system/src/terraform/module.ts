import { create, plan, refresh, update } from './lifecycle.js';
import { type Provider } from './provider.js';
import { type Resource, type State } from './resource.js';
import { type Attributes } from './schema.js';

/** What a configuration may say of another resource: its id or an attribute. */
export type Refer = (address: string, attribute?: string) => Attributes[string];

/** One resource block of a module. */
export interface Block {
  readonly address: string;
  readonly resource: Resource;
  readonly needs: readonly string[];
  readonly config: (refer: Refer) => Attributes;
  readonly createBeforeDestroy?: boolean;
}
export interface Change { readonly address: string; readonly action: 'create' | 'update' | 'replace' | 'delete'; readonly attributes: readonly string[] }

/** Terraform's default. */
export const PARALLELISM = 10;

/** Visits every address after those it waits for, at most ten at a time. The first failure ends the walk once what runs has ended. */
export async function walk(addresses: readonly string[], waitsFor: (address: string) => readonly string[], visit: (address: string) => Promise<void>): Promise<void> {
  const all = new Set(addresses);
  const left = new Map(addresses.map(address => [address, new Set(waitsFor(address).filter(other => all.has(other)))]));
  const running = new Map<string, Promise<void>>();
  const failures: unknown[] = [];
  const start = (address: string): void => {
    left.delete(address);
    running.set(address, visit(address).then(() => { for (const waits of left.values()) waits.delete(address); }, (error: unknown) => { failures.push(new Error(`${address}: ${String(error)}`, { cause: error })); }).finally(() => running.delete(address)));
  };
  while (left.size > 0 || running.size > 0) {
    if (failures.length === 0) for (const [address, waits] of left) if (waits.size === 0 && running.size < PARALLELISM) start(address);
    if (running.size === 0) break;
    await Promise.race(running.values());
  }
  if (failures.length > 0) throw failures[0];
  if (left.size > 0) throw new Error(`a circle of ${[...left.keys()].join(', ')}`);
}

/** A module with its state: plan, apply and destroy as Terraform's core walks them. */
export class Module {
  private readonly states = new Map<string, State>();
  /** What each address needed when it was last applied, for destroying in the right order. */
  private readonly needed = new Map<string, readonly string[]>();
  private readonly resources = new Map<string, Resource>();

  constructor(private readonly aws: Provider) {}

  get size(): number { return this.states.size; }

  readonly refer: Refer = (address, attribute = 'id') => {
    const state = this.states.get(address);
    if (!state) throw new Error(`${address} is not known`);
    return attribute === 'id' ? state.id : (state.attributes[attribute] ?? null);
  };

  /** Reads everything, ten at a time, and tells what an apply would change. What is not there yet is not looked into. */
  async plan(blocks: readonly Block[]): Promise<readonly Change[]> {
    await walk([...this.states.keys()], () => [], async address => {
      const state = await refresh(this.aws, this.resources.get(address)!, this.states.get(address)!);
      if (state) this.states.set(address, state);
      else this.states.delete(address);
    });
    const wanted = new Set(blocks.map(({ address }) => address));
    return [
      ...[...this.states.keys()].filter(address => !wanted.has(address)).map((address): Change => ({ address, action: 'delete', attributes: [] })),
      ...blocks.flatMap((block): readonly Change[] => {
        const state = this.states.get(block.address);
        if (!state) return [{ address: block.address, action: 'create', attributes: [] }];
        if (!block.needs.every(need => this.states.has(need))) return [];
        const { changes, replaces } = plan(block.resource, state, block.config(this.refer));
        return changes.length === 0 ? [] : [{ address: block.address, action: replaces ? 'replace' : 'update', attributes: changes }];
      }),
    ];
  }

  async apply(blocks: readonly Block[]): Promise<void> {
    const wanted = new Map(blocks.map(block => [block.address, block]));
    const deposed: (readonly [Resource, State])[] = [];
    await walk([...wanted.keys()], address => wanted.get(address)!.needs, address => this.applyOne(wanted.get(address)!, deposed));
    for (const [resource, state] of deposed) await resource.delete(this.aws, state);
    await this.remove([...this.states.keys()].filter(address => !wanted.has(address)));
  }

  async destroy(): Promise<void> {
    await this.remove([...this.states.keys()]);
  }

  private async applyOne(block: Block, deposed: (readonly [Resource, State])[]): Promise<void> {
    const { address, resource, needs } = block;
    const config = block.config(this.refer);
    const state = this.states.get(address);
    this.resources.set(address, resource);
    this.needed.set(address, needs);
    if (!state) return void this.states.set(address, await create(this.aws, resource, config));
    const { changes, replaces } = plan(resource, state, config);
    if (changes.length === 0) return;
    if (!replaces) return void this.states.set(address, await update(this.aws, resource, state, config));
    if (!block.createBeforeDestroy) await resource.delete(this.aws, state);
    else deposed.push([resource, state]);
    this.states.set(address, await create(this.aws, resource, config));
  }

  /** Destroys in the reverse order of what needs what. */
  private async remove(addresses: readonly string[]): Promise<void> {
    const dependants = (address: string): readonly string[] => addresses.filter(other => this.needed.get(other)?.includes(address));
    await walk(addresses, dependants, async address => {
      await this.resources.get(address)!.delete(this.aws, this.states.get(address)!);
      this.states.delete(address);
    });
  }
}
