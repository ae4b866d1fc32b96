import { canonicalJson, digestOf, escapeSegment } from '@gatehouse/contract-primitives';
import { type ModelFields } from '@gatehouse/contract-definition';
import { endlessReference, LIMITS, remoteReference } from './invalid-document.js';
import { hasOwnDefinition, lowerSchema } from './lower-schema.js';
import { byText, isObject, objectOf, type Plain, type PlainObject } from './plain.js';
import { placeOf, type Reading, refOf, segmentsOf } from './reading.js';

/** How CreateModel's own schemas name another model of their API. */
const AWS_MODEL = /^https:\/\/apigateway\.[\w.-]+\/restapis\/[^/]+\/models\/([A-Za-z0-9]+)$/;

/** The models of a document: those it names, and those that are made of its inline schemas. */
export class Models {
  readonly #names: Map<string, string>;
  readonly #schemas = new Map<string, string>();
  readonly #taken: Set<string>;
  readonly #parts = new Set<string>();
  /** How often a name was given to schemas that are written differently. */
  readonly #counts = new Map<string, number>();
  /** Inline schemas that have been met: a shared body is read once. */
  readonly #inlined = new Map<PlainObject, string>();
  readonly #named: PlainObject;

  constructor(private readonly reading: Reading) {
    this.#names = reading.modelNames;
    this.#named = objectOf(reading.isSwagger ? reading.root['definitions'] : objectOf(reading.root['components'])['schemas']);
    this.#taken = new Set(Object.keys(this.#named).filter(name => /^[A-Za-z0-9]+$/.test(name)));
    for (const name of Object.keys(this.#named)) this.#nameModel(name);
    for (const [name, schema] of Object.entries(this.#named)) {
      this.#refuseEndlessAlias(name);
      const { text, dropped } = this.#lower(schema, name);
      this.#define(this.#names.get(name)!, text, dropped);
    }
  }

  /** The model of a schema that stands in a body or a response; null = there is no schema, or it names nothing. */
  nameOf(schema: Plain | undefined): string | null {
    if (schema === undefined || schema === null || (isObject(schema) && schema['type'] === 'file')) return null;
    const ref = refOf(schema);
    const name = ref === null ? null : this.#modelOfReference(ref);
    if (name !== null) return name;
    if (ref !== null && this.#reference(ref, null) === null) return null;
    const known = isObject(schema) ? this.#inlined.get(schema) : undefined;
    const made = known ?? this.#inline(schema);
    if (isObject(schema)) this.#inlined.set(schema, made);
    return made;
  }

  list(): readonly { readonly name: string; readonly fields: ModelFields }[] {
    return [...this.#schemas].map(([name, schema]) => ({ name, fields: { description: null, contentType: 'application/json', schema } })).sort(byText(model => model.name));
  }

  #inline(schema: Plain): string {
    const { value, text, dropped } = this.#lower(schema, null);
    const digest = digestOf(canonicalJson([value, [...dropped]]));
    const candidates = [...arrayNames(value), ...[6, 12, 64].map(length => `MODEL${digest.slice(0, length)}`)];
    const name = candidates.find(candidate => (this.#schemas.get(candidate) ?? text) === text && !this.#taken.has(candidate))!;
    if (!this.#schemas.has(name)) this.#define(name, text, dropped);
    return name;
  }

  #lower(schema: Plain, owner: string | null): { readonly value: PlainObject; readonly text: string; readonly dropped: ReadonlyMap<string, Plain> } {
    const dropped = new Map<string, Plain>();
    const value = lowerSchema(schema, { reference: ref => this.#reference(ref, owner), dropped: (pointer, item) => { dropped.set(pointer, this.reading.portable(item)); } });
    return { value, text: JSON.stringify(value, null, 2), dropped };
  }

  #define(name: string, text: string, dropped: ReadonlyMap<string, Plain>): void {
    this.#schemas.set(name, text);
    for (const [pointer, value] of dropped) this.reading.keep(placeOf('models', name), pointer, value);
  }

  /** Letters and digits only; the second of two equal names gets a number. */
  #nameModel(name: string): void {
    if (this.#taken.has(name)) {
      this.#names.set(name, name);
      return;
    }
    const plain = name.replace(/[^A-Za-z0-9]/g, '') || 'Model';
    let free = plain;
    let count = this.#counts.get(plain) ?? 1;
    while (this.#taken.has(free)) free = `${plain}${++count}`;
    this.#counts.set(plain, count);
    this.reading.warn(`Model name must be alphanumeric: ${name}. Using '${free}'.`);
    this.#taken.add(free);
    this.#names.set(name, free);
  }

  /** A reference in the definition's form; null (and a warning) when no model answers to it. */
  #reference(ref: string, owner: string | null): string | null {
    const local = this.#local(ref, owner);
    if (local !== null) return local;
    if (!ref.startsWith('#')) throw remoteReference(ref);
    this.reading.warn(`Reference to model '${segmentsOf(ref).at(-1) ?? ref}' not found. Ignoring.`);
    return null;
  }

  #local(ref: string, owner: string | null = null): string | null {
    const aws = AWS_MODEL.exec(ref);
    if (aws) return pointerOf('definitions', aws[1]!);
    if (ref === '#') return owner === null ? null : pointerOf('definitions', this.#names.get(owner)!);
    const segments = segmentsOf(ref);
    const isOwn = owner !== null && (segments[0] === 'definitions' || segments[0] === '$defs') && segments[1] !== undefined && hasOwnDefinition(this.#named[owner], segments[1]);
    if (isOwn) return pointerOf('definitions', ...segments.slice(1));
    const root = segmentsOf(this.reading.schemaRoot.slice(0, -1));
    const name = root.every((segment, i) => segments[i] === segment) ? segments[root.length] : undefined;
    const model = name === undefined ? undefined : this.#names.get(name);
    if (model === undefined) return null;
    const below = segments.slice(root.length + 1);
    if (below.length === 0) return pointerOf('definitions', model);
    if (name === owner) return this.reading.find(ref) === undefined ? null : pointerOf(...below.map(segment => (segment === '$defs' ? 'definitions' : segment)));
    return this.#part(ref);
  }

  /** A part of another model, which API Gateway cannot point at: it becomes a model of its own, named after the reference. */
  #part(ref: string): string | null {
    const schema = this.reading.find(ref);
    if (schema === undefined) return null;
    const name = `MODEL${digestOf(ref).slice(0, 6)}`;
    if (!this.#parts.has(ref)) {
      this.#parts.add(ref);
      const { text, dropped } = this.#lower(schema, null);
      this.#define(name, text, dropped);
    }
    return pointerOf('definitions', name);
  }

  /** The model that a reference names as a whole. */
  #modelOfReference(ref: string): string | null {
    const local = this.#local(ref);
    const segments = local === null ? [] : segmentsOf(local);
    return segments.length === 2 && (this.#taken.has(segments[1]!) || this.#schemas.has(segments[1]!)) ? segments[1]! : null;
  }

  /** A model may contain itself, but not be itself. */
  #refuseEndlessAlias(name: string): void {
    const seen = new Set<string>();
    for (let at: Plain | undefined = this.#named[name]; ;) {
      const ref = isObject(at) ? refOf(at) : null;
      if (ref === null || !ref.startsWith('#')) return;
      if (seen.has(ref) || seen.size >= LIMITS.hops) throw endlessReference(ref);
      seen.add(ref);
      at = this.reading.find(ref);
    }
  }
}

const pointerOf = (...segments: readonly string[]): string => `#/${segments.map(escapeSegment).join('/')}`;

/** `ArrayOfPet` for an array of pets and nothing else. */
function arrayNames(schema: PlainObject): readonly string[] {
  const ref = refOf(schema['items']);
  const segments = ref === null ? [] : segmentsOf(ref);
  return schema['type'] === 'array' && segments.length === 2 && Object.keys(schema).length === 2 ? [`ArrayOf${segments[1]!}`] : [];
}
