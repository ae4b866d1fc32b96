import { emptySchema, longTemplate } from './models.faults.js';
import { followPointer } from './schema-rules.js';
import { isSchema, type Schema } from './schema-shape.js';

const MAX_VALUES = 10_000;

/** What is written into one template. `open` are the references that were followed on the way: one that comes again is a cycle. */
interface Writer { readonly root: Schema; written: number }
interface Place { readonly schema: Schema; readonly open: readonly Schema[] }
interface Where { readonly writer: Writer; readonly indent: string; readonly loops: number }

/**
 * GetModelTemplate: a mapping template that reads a payload of the model's form and writes one. Takes a flattened schema, whose references are all
 * local; where they go in a circle, the template says null.
 */
export function modelTemplate(root: Schema): string {
  const writer: Writer = { root, written: 0 };
  const place = resolved({ schema: root, open: [root] }, writer);
  if (!place || !hasContent(place.schema)) throw emptySchema();
  return `#set($inputRoot = $input.path('$'))\n${write(place, '$inputRoot', { writer, indent: '', loops: 0 })}`;
}

const hasContent = (schema: Schema): boolean =>
  (typeOf(schema) === 'object' ? propertiesOf(schema).length > 0 : typeOf(schema) === 'array' && itemsOf(schema) !== null);

function resolved({ schema, open }: Place, writer: Writer): Place | null {
  let place: Place = { schema, open };
  while (typeof place.schema['$ref'] === 'string') {
    const target = followPointer(writer.root, place.schema['$ref']);
    if (!isSchema(target) || place.open.includes(target)) return null;
    place = { schema: target, open: [...place.open, target] };
  }
  const parts = [...listOf(place.schema['allOf']), ...listOf(place.schema['oneOf'] ?? place.schema['anyOf']).slice(0, 1)];
  return parts.length === 0 ? place : joined(place, parts, writer);
}

const listOf = (schemas: unknown): readonly Schema[] => (Array.isArray(schemas) ? schemas.filter(isSchema) : []);

/** A schema together with what `allOf` adds to it, and with the first of its alternatives. */
function joined({ schema, open }: Place, parts: readonly Schema[], writer: Writer): Place {
  const places = parts.map(part => resolved({ schema: part, open }, writer)).filter(place => place !== null);
  const all = [schema, ...places.map(place => place.schema)];
  const properties = Object.fromEntries(all.flatMap(propertiesOf));
  const first = (keyword: string): Schema => {
    const said = all.find(part => part[keyword] !== undefined);
    return said ? { [keyword]: said[keyword] } : {};
  };
  return {
    schema: { ...first('type'), ...first('items'), ...(Object.keys(properties).length > 0 && { properties }) },
    open: [...new Set([...open, ...places.flatMap(place => place.open)])],
  };
}

function typeOf({ type, properties, items }: Schema): string {
  if (typeof type === 'string') return type;
  if (Array.isArray(type)) return (type as readonly string[]).find(each => each !== 'null') ?? 'null';
  if (isSchema(properties)) return 'object';
  return items === undefined ? 'string' : 'array';
}

const propertiesOf = ({ properties }: Schema): readonly (readonly [string, Schema])[] =>
  (isSchema(properties) ? Object.entries(properties).filter((entry): entry is [string, Schema] => isSchema(entry[1])) : []);

function itemsOf({ items }: Schema): Schema | null {
  const first: unknown = Array.isArray(items) ? items[0] : items;
  return isSchema(first) ? first : null;
}

function write(place: Place | null, reference: string, where: Where): string {
  if (++where.writer.written > MAX_VALUES) throw longTemplate();
  if (!place) return 'null';
  switch (typeOf(place.schema)) {
    case 'object': return writeObject(place, reference, where);
    case 'array': return writeArray(place, reference, where);
    case 'integer': case 'number': case 'boolean': return reference;
    case 'null': return 'null';
    default: return `"${reference}"`;
  }
}

function writeObject({ schema, open }: Place, reference: string, where: Where): string {
  const indent = `${where.indent}  `;
  const lines = propertiesOf(schema).map(([name, property]) =>
    `${indent}${JSON.stringify(name)} : ${write(resolved({ schema: property, open }, where.writer), member(reference, name), { ...where, indent })}`);
  return lines.length === 0 ? '{ }' : `{\n${lines.join(',\n')}\n${where.indent}}`;
}

/** Loop variables inside each other have names of their own: `$elem`, `$elem2`, ... */
function writeArray({ schema, open }: Place, reference: string, { writer, indent, loops }: Where): string {
  const items = itemsOf(schema);
  if (!items) return '[ ]';
  const elem = loops === 0 ? '$elem' : `$elem${loops + 1}`;
  const body = write(resolved({ schema: items, open }, writer), elem, { writer, indent: `${indent}    `, loops: loops + 1 });
  return [
    '[', `${indent}  ##TODO: Update this foreach loop to reference array from input json`, `${indent}  #foreach(${elem} in ${reference})`,
    `${indent}    ${body}#if($foreach.hasNext),#end`, `${indent}  #end`, `${indent}]`,
  ].join('\n');
}

/** A member of a map as VTL reads it; names that are no identifiers go through `get`. */
const member = (reference: string, name: string): string => (/^[A-Za-z][\w-]*$/.test(name) ? `${reference}.${name}` : `${reference}.get('${name.replaceAll("'", "''")}')`);
