import { escapeSegment, parsePointer } from '@gatehouse/contract-primitives';
import { endlessReference, LIMITS, remoteReference, tooExpanded } from './invalid-document.js';
import { isList, isObject, memberOf, type Plain, type PlainObject } from './plain.js';

/** The most sentences of a kind that one import answers. */
const MOST_NOTES = 500;
/** Characters of a text that count as one value. */
const TEXT_UNIT = 64;

/** Where a kept value belongs; the grammar stands in this package's README. */
export const placeOf = (...segments: readonly string[]): string => `/${segments.map(escapeSegment).join('/')}`;

/** One reading of one document: what it refers to, and what has been found wrong or worth keeping so far. */
export class Reading {
  readonly #warnings = new Set<string>();
  readonly #errors = new Set<string>();
  readonly #kept = new Map<string, Plain>();
  #spent = 0;
  /** The document's name of a schema -> its model's. */
  readonly modelNames = new Map<string, string>();

  constructor(readonly root: PlainObject, readonly isSwagger: boolean) {}

  /** Counts what is read as often as references lead to it, so that a small document cannot become a huge one. */
  spend(values: number): void {
    this.#spent += values;
    if (this.#spent > LIMITS.expanded) throw tooExpanded();
  }

  /** The same for a value and all that is in it; long texts count by their length. */
  spendOn(value: Plain | undefined): void {
    this.spend(1 + (typeof value === 'string' ? value.length / TEXT_UNIT : 0));
    if (isList(value)) for (const item of value) this.spendOn(item);
    else if (isObject(value)) for (const item of Object.values(value)) this.spendOn(item);
  }

  warn(sentence: string): void { if (this.#warnings.size < MOST_NOTES) this.#warnings.add(sentence); }
  fail(sentence: string): void { if (this.#errors.size < MOST_NOTES) this.#errors.add(sentence); }

  /** The first value at an address stays. */
  keep(place: string, pointer: string, value: Plain): void {
    const address = `${place}#${pointer}`;
    if (!this.#kept.has(address)) this.#kept.set(address, value);
  }

  /** Keeps the members of an object that a definition has no room for. */
  keepMembers(place: string, object: PlainObject, isKept: (key: string) => boolean): void {
    for (const [key, value] of Object.entries(object)) if (isKept(key)) this.keep(place, `/${escapeSegment(key)}`, this.portableMember(key, value));
  }

  get warnings(): readonly string[] { return [...this.#warnings]; }
  get errors(): readonly string[] { return [...this.#errors]; }
  get kept(): Readonly<Record<string, unknown>> { return Object.fromEntries([...this.#kept].sort(([a], [b]) => (a < b ? -1 : 1))); }

  /** The value itself, or what its local `$ref` leads to; null (and an error) when it leads to nothing. Texts beside a `$ref` win over the target's, as in OpenAPI 3.1. */
  follow(value: Plain | undefined): Plain | undefined {
    this.spend(1);
    const seen = new Set<string>();
    let at = value;
    let beside: PlainObject = {};
    for (;;) {
      const ref = refOf(at);
      if (ref === null) return isObject(at) && Object.keys(beside).length > 0 ? { ...at, ...beside } : at;
      if (seen.has(ref) || seen.size >= LIMITS.hops) throw endlessReference(ref);
      seen.add(ref);
      const { $ref: _, ...others } = at as PlainObject;
      beside = { ...Object.fromEntries(Object.entries(others).filter(([key]) => key === 'summary' || key === 'description')), ...beside };
      at = this.find(ref);
      if (at === undefined) {
        this.fail(`Unable to resolve reference '${ref}'`);
        return undefined;
      }
    }
  }

  /** What a local reference names, or undefined. */
  find(ref: string): Plain | undefined {
    if (!ref.startsWith('#')) throw remoteReference(ref);
    let at: Plain | undefined = this.root;
    for (const segment of segmentsOf(ref)) {
      if (isList(at)) at = /^\d{1,6}$/.test(segment) ? at[Number(segment)] : undefined;
      else at = isObject(at) ? memberOf(at, segment) : undefined;
      if (at === undefined) return undefined;
    }
    return at;
  }

  /** Where the document keeps its schemas. */
  get schemaRoot(): string { return this.isSwagger ? '#/definitions/' : '#/components/schemas/'; }

  /** A value with the references to schemas inside it in the definition's form, so that it means the same in every version. */
  portable(value: Plain): Plain {
    this.spend(1 + (typeof value === 'string' ? value.length / TEXT_UNIT : 0));
    if (isList(value)) return value.map(item => this.portable(item));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.portableMember(key, item)]));
  }

  portableMember(key: string, value: Plain): Plain {
    return key === '$ref' && typeof value === 'string' ? this.#portableReference(value) : this.portable(value);
  }

  #portableReference(ref: string): string {
    if (!ref.startsWith(this.schemaRoot)) return ref;
    const [name = '', ...below] = ref.slice(this.schemaRoot.length).split('/');
    const model = this.modelNames.get(segmentsOf(`#/${name}`)[0]!) ?? name;
    return ['#/definitions', model, ...below].join('/');
  }
}

/** The `$ref` of a value, or null. A property that is called `$ref` holds an object, so it is none. */
export function refOf(value: Plain | undefined): string | null {
  const ref = isObject(value) ? memberOf(value, '$ref') : undefined;
  return typeof ref === 'string' ? ref : null;
}

/** `#/a/b~1c` -> a, b/c. Percent-encoding is undone, because a reference is a URI. */
export function segmentsOf(ref: string): readonly string[] {
  return parsePointer(ref.slice(1)).map(segment => {
    try {
      return decodeURIComponent(segment);
    } catch (error) {
      if (error instanceof URIError) return segment;
      throw error;
    }
  });
}
