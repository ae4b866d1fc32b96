import { escapeSegment, unescapeSegment } from '@gatehouse/contract-primitives';
import { lowerSchema } from '../read/lower-schema.js';
import { type Json, type JsonObject, isObject, members, ownersJson } from './json.js';
import { bodiesOf } from './payload.js';
import { type Scope } from './scope.js';

/** How CreateModel's own schemas name another model: `https://apigateway.amazonaws.com/restapis/{id}/models/{Name}`, perhaps with a pointer behind. */
const MODEL_URL = /^https:\/\/apigateway\.[\w.-]+\/restapis\/[^/]+\/models\/([A-Za-z0-9]+)(?:#?(\/.*))?$/s;
const MODEL_POINTER = /^#\/definitions\/([^/]+)(\/.*)?$/s;

const pointerTo = (name: string): string => encodeURIComponent(escapeSegment(name)).replaceAll('%24', '$');
function segmentOf(segment: string): string {
  try {
    return unescapeSegment(decodeURIComponent(segment));
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
}

/** What a reference inside a model's schema leads to: a model, and a pointer inside it. */
interface Target { readonly model: string; readonly pointer: string }

/** Reads a reference of a definition. The schema's own `definitions` hide models of that name; null = it leads out of the API. */
function targetOf(ref: string, owner: string, schema: JsonObject): Target | null {
  const url = MODEL_URL.exec(ref);
  if (url) return { model: url[1]!, pointer: url[2] ?? '' };
  const pointer = MODEL_POINTER.exec(ref);
  const name = pointer && segmentOf(pointer[1]!);
  if (name !== null && !(isObject(schema['definitions']) && Object.hasOwn(schema['definitions'], name))) return { model: name, pointer: pointer?.[2] ?? '' };
  return ref === '#' || ref.startsWith('#/') ? { model: owner, pointer: ref.slice(1) } : null;
}

/** What a pointer of a reference leads to, percent-encoding undone. */
const valueAt = (value: Json | undefined, pointer: string): Json | undefined => pointer.split('/').slice(1).map(segmentOf).reduce<Json | undefined>((at, segment) => {
  if (Array.isArray(at)) return at[Number(segment)] as Json | undefined;
  return isObject(at) && Object.hasOwn(at, segment) ? at[segment] : undefined;
}, value);

/** `$ref` of a document to a model. */
export const refTo = (scope: Scope, name: string): JsonObject => ({ $ref: `${scope.dialect.schemas}${pointerTo(name)}` });

type Schemas = ReadonlyMap<string, JsonObject>;

/** An owner's schema in draft 4, as an import would read it; a text that is no JSON object has none that a document could show: `{}`. */
const lowered = (text: string | null): JsonObject => {
  const value = ownersJson(text);
  return isObject(value) ? (lowerSchema(value, { reference: ref => ref.replace(/^#\/\$defs\//, '#/definitions/'), dropped: () => undefined }) as JsonObject) : {};
};

/** A schema with the document's references. One that leads nowhere, or into another model (which API Gateway cannot follow), admits everything. */
const written = (schema: JsonObject, name: string, schemas: Schemas, root: string, met: (model: string) => void): JsonObject => lowerSchema(schema, {
  dropped: () => undefined,
  reference: ref => {
    const target = targetOf(ref, name, schema);
    if (!target || !schemas.has(target.model)) return null;
    const isHere = target.model === name ? valueAt(schema, target.pointer) !== undefined : target.pointer === '';
    if (!isHere) return null;
    met(target.model);
    return `${root}${pointerTo(target.model)}${target.pointer}`;
  },
}) as JsonObject;

/** Whether a schema is nothing but a reference that leads back to itself: such a document would be refused by every reader. */
function isEndless(name: string, schemas: JsonObject, root: string): boolean {
  const seen = new Set<string>();
  for (let at: Json | undefined = schemas[name]; ;) {
    const ref = isObject(at) ? at['$ref'] : undefined;
    if (typeof ref !== 'string' || !ref.startsWith(root)) return false;
    if (seen.has(ref)) return true;
    seen.add(ref);
    at = valueAt(schemas, `/${ref.slice(root.length)}`);
  }
}

/** Names of the models that a document shows: what methods speak of and what those speak of, as AWS does; all of them with `gatehouse`. */
function shown(scope: Scope, references: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  if (scope.asks('gatehouse')) return new Set(references.keys());
  const found = new Set<string>();
  const visit = (name: string): void => {
    const named = references.get(name);
    if (!named || found.has(name)) return;
    found.add(name);
    named.forEach(visit);
  };
  for (const { methods } of scope.definition.resources) {
    for (const { fields, methodResponses } of methods) {
      for (const models of [fields.requestModels, ...methodResponses.map(response => response.fields.responseModels)]) scope.dialect.named(bodiesOf(scope, models)).forEach(visit);
    }
  }
  return found;
}

/** The models as the document's schemas. */
export function schemasOf(scope: Scope): JsonObject {
  const root = scope.dialect.schemas;
  const schemas = new Map(scope.definition.models.map(({ name, fields }) => [name, lowered(fields.schema)]));
  const references = new Map<string, Set<string>>();
  const all = Object.fromEntries([...schemas].map(([name, schema]) => {
    const met = new Set<string>();
    references.set(name, met);
    return [name, written(schema, name, schemas, root, model => met.add(model))];
  }));
  const endless = new Set([...schemas.keys()].filter(name => isEndless(name, all, root)));
  for (const name of endless) references.set(name, new Set());
  const names = shown(scope, references);
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)).map(([name, schema]) => {
    // AWS does not export which draft a schema is of: it is the fourth.
    const { $schema, ...rest }: JsonObject = endless.has(name) ? {} : schema;
    const shownSchema = members({ $schema: scope.asks('gatehouse') ? $schema : undefined, ...rest, ...scope.documentation.of('MODEL', { name }) });
    return [name, scope.kept.restore(`/models/${escapeSegment(name)}`, shownSchema)];
  }));
}
