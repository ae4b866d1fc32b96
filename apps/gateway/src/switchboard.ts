import type { AccountPage, ApiSnapshot, SnapshotDocument, StageSettings } from '@gatehouse/contract-snapshot';
import type { Board, BoardChange, Failure } from '@gatehouse/data-link';
import type { AccessBook, Buckets, LinkBook, Ports } from '@gatehouse/data-exchange';
import { compileStage, type CompiledApi, type Warning } from '@gatehouse/data-pipeline';
import { limitOf } from '@gatehouse/engine-throttle';
import type { HostBook } from './host-book.js';
import { SnapshotShelf } from './snapshot-shelf.js';

/** A route of a served api that cannot work as configured; it answers `Internal server error`. */
export interface RouteWarning extends Warning { readonly pointer: string }
export interface ApplyResult { readonly failures: Failure[]; readonly warnings: readonly RouteWarning[] }

interface ServedStage { readonly settings: StageSettings; readonly main: CompiledApi; readonly canary: { readonly percent: number; readonly api: CompiledApi } | null }
export interface SwitchboardPorts { readonly ports: Ports; readonly book: AccessBook; readonly buckets: Buckets; readonly hosts: HostBook; readonly links: LinkBook; readonly random?: () => number }

/** A change with more documents than this compiles its routes when they are wanted: a start must not wait for all of them. */
const MANY = 50;

/**
 * What is served now. A stage is compiled beside the served one and put in by swapping one reference, in one turn of the event loop:
 * a request sees the old or the new, never a mix.
 */
export class Switchboard implements Board {
  readonly #stages = new Map<string, Map<string, ServedStage>>();
  readonly #places = new Map<string, StageSettings>();
  readonly #shelf = new SnapshotShelf();

  constructor(private readonly world: SwitchboardPorts) {}

  /** Puts a change in force. It never throws: what does not compile is told, and what was served before stays. */
  apply({ set, snapshots, drop }: BoardChange): ApplyResult {
    const failures: Failure[] = [];
    const warnings: RouteWarning[] = [];
    for (const pointer of drop) this.#drop(pointer);
    const whenWanted = set.size > MANY;
    for (const [pointer, document] of set) {
      try {
        warnings.push(...this.#set(pointer, document, snapshots, whenWanted));
      } catch (error) {
        failures.push({ pointer, reason: error instanceof Error ? error.message : String(error) });
      }
    }
    return { failures, warnings };
  }

  /** The api that answers for a stage now, or null. Each request of a stage with a canary is decided anew. */
  find(restApiId: string, stageName: string): CompiledApi | null {
    const stage = this.#stages.get(restApiId)?.get(stageName);
    if (stage === undefined) return null;
    if (stage.canary === null) return stage.main;
    return (this.world.random ?? Math.random)() * 100 < stage.canary.percent ? stage.canary.api : stage.main;
  }

  /** How many stages are served, for readiness and Prometheus. */
  get stageCount(): number {
    return this.#places.size;
  }

  #set(pointer: string, document: SnapshotDocument, snapshots: ReadonlyMap<string, ApiSnapshot>, whenWanted: boolean): readonly RouteWarning[] {
    if (document.kind === 'stage') return this.#setStage(pointer, document, snapshots, whenWanted);
    if (document.kind === 'api') throw new Error('an api document is named by a stage, not by a pointer');
    switch (document.kind) {
      case 'account': this.#setAccount(pointer, document); break;
      case 'domain': this.world.hosts.set(pointer, document); break;
      case 'vpc-link': this.world.links.set(pointer, document.vpcLinkId, document.target); break;
      case 'plan': case 'key': this.world.book.set(pointer, document); break;
    }
    return [];
  }

  #setStage(pointer: string, settings: StageSettings, snapshots: ReadonlyMap<string, ApiSnapshot>, whenWanted: boolean): readonly RouteWarning[] {
    const main = compileStage(this.#shelf.find(settings.snapshot, snapshots), settings, this.world.ports, { whenWanted });
    const canary = settings.canary === null ? null : this.#compileCanary(settings, settings.canary, snapshots);
    const stages = this.#stages.get(settings.restApiId) ?? new Map<string, ServedStage>();
    const before = this.#places.get(pointer);
    this.#shelf.keep(settings, snapshots);
    if (before !== undefined) this.#shelf.release(before);
    stages.set(settings.stageName, { settings, main: main.compiled, canary });
    this.#stages.set(settings.restApiId, stages);
    this.#places.set(pointer, settings);
    return main.warnings.map(warning => ({ ...warning, pointer }));
  }

  /** The canary is the stage with another deployment and some other variables. */
  #compileCanary(settings: StageSettings, canary: NonNullable<StageSettings['canary']>, snapshots: ReadonlyMap<string, ApiSnapshot>) {
    const variables = { ...settings.variables, ...canary.stageVariableOverrides };
    const { compiled } = compileStage(this.#shelf.find(canary.snapshot, snapshots), { ...settings, deploymentId: canary.deploymentId, variables }, this.world.ports, { isCanary: true, whenWanted: true });
    return { percent: canary.percentTraffic, api: compiled };
  }

  /** Routes hold the account's bucket, so giving it new limits needs no compile. */
  #setAccount(pointer: string, { throttle }: AccountPage): void {
    this.world.buckets.of(pointer, 'account', limitOf(throttle.rateLimit, throttle.burstLimit) ?? { perSecond: Infinity, burst: Infinity });
  }

  #drop(pointer: string): void {
    this.world.book.drop(pointer);
    this.world.hosts.drop(pointer);
    this.world.links.drop(pointer);
    const settings = this.#places.get(pointer);
    if (settings === undefined) return;
    this.#places.delete(pointer);
    this.#shelf.release(settings);
    this.world.buckets.forget(pointer);
    const stages = this.#stages.get(settings.restApiId);
    stages?.delete(settings.stageName);
    if (stages?.size === 0) this.#stages.delete(settings.restApiId);
  }
}
