import { type Shape, structureOf } from '@gatehouse/contract-wire';

/** What goes out: a JSON document, raw bytes, or nothing; and headers that the shape asks for. */
export interface Written { readonly body: string | Uint8Array | null; readonly headers: Readonly<Record<string, string>> }

/** Another dress for a JSON answer. */
type Dress = (plain: Readonly<Record<string, unknown>>) => object;

/** Writes an output by its shape: wire names, dates as epoch seconds, absent members left out. Members that the shape does not know stay inside. */
export function writeOutput(output: unknown, structure: string | null, dress: Dress = plain => plain): Written {
  if (structure === null || output === undefined || output === null) return { body: null, headers: {} };
  const headers: Record<string, string> = {};
  let payload: string | Uint8Array | null = null;
  for (const [name, { in: place, wire = name }] of Object.entries(structureOf(structure))) {
    const value = (output as Readonly<Record<string, unknown>>)[name];
    if (place === 'header' && typeof value === 'string') headers[wire] = value;
    if (place === 'payload' && (value instanceof Uint8Array || typeof value === 'string')) payload = value;
  }
  return { body: payload ?? JSON.stringify(dress(writeStructure(output as object, structure))), headers };
}

function writeStructure(value: object, name: string): Record<string, unknown> {
  const source = value as Readonly<Record<string, unknown>>;
  const out: Record<string, unknown> = {};
  for (const [member, { shape, wire, in: place }] of Object.entries(structureOf(name))) {
    if (place === 'header' || place === 'payload' || source[member] === undefined || source[member] === null) continue;
    out[wire ?? member] = writeValue(source[member], shape);
  }
  return out;
}

function writeValue(value: unknown, shape: Shape): unknown {
  switch (shape.type) {
    case 'timestamp': return Math.floor((value as Date).getTime() / 1_000);
    case 'list': return (value as readonly unknown[]).map(item => writeValue(item, shape.member));
    case 'structure': return writeStructure(value as object, shape.name);
    case 'map': return writeMap(value as object, shape.value);
    case 'string': case 'boolean': case 'number': case 'blob': case 'document': return value;
  }
}

function writeMap(value: object, shape: Shape): object {
  const out = Object.create(null) as Record<string, unknown>;
  for (const [key, item] of Object.entries(value)) if (item !== undefined && item !== null) out[key] = writeValue(item, shape);
  return out;
}
