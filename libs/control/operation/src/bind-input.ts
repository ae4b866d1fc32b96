import { constraintOf, type Member, ServiceFault, type Shape, structureOf } from '@gatehouse/contract-wire';
import { type Matched } from './match-operation.js';
import { type RawRequest } from './ports.js';
import { readJson } from './read-json.js';
import { readStructure, readValue, soundText, type Violations } from './read-value.js';

const JSON_TYPES = /^(application\/json|application\/x-amz-json-1\.[01]|[\w.-]+\/[\w.-]+\+json|application\/octet-stream|binary\/octet-stream|text\/plain)$/;

/**
 * Path + query + headers + body -> the input, named as the AWS SDK names it. Wrong JSON types throw SerializationException; everything that
 * violates the row's shape is told in one ValidationException, body first, in AWS's words.
 */
export function bindInput({ row, labels }: Matched, request: RawRequest, query: URLSearchParams): Record<string, unknown> {
  if (!row.input) return {};
  const members = Object.entries(structureOf(row.input));
  const violations: Violations = [];
  const input = members.some(([, member]) => !member.in) ? bindBody(row.name, row.input, request, violations) : {};
  for (const [name, member] of members) {
    if (!member.in) continue;
    const value = readPlace(name, member, labels, request, query);
    if (value !== undefined) input[name] = bindText(value, row.input, name, member, violations);
    else if (member.required) violations.push(`Value null at '${name}' failed to satisfy constraint: Member must not be null`);
  }
  if (violations.length > 0) {
    throw new ServiceFault('ValidationException', `${violations.length} validation error${violations.length > 1 ? 's' : ''} detected: ${violations.join('; ')}`);
  }
  return input;
}

function bindBody(operation: string, structure: string, { headers, body }: RawRequest, violations: Violations): Record<string, unknown> {
  const mediaType = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (body.length > 0 && mediaType && !JSON_TYPES.test(mediaType)) throw new ServiceFault('UnsupportedMediaTypeException', `Content type ${mediaType} is not supported: send application/json`);
  return readStructure(readJson(body) ?? {}, structure, `${operation[0]!.toLowerCase()}${operation.slice(1)}Input`, violations);
}

type Found = string | readonly string[] | Buffer | Readonly<Record<string, string>>;

function readPlace(name: string, { in: place, wire = name }: Member, labels: Matched['labels'], { headers, body }: RawRequest, query: URLSearchParams): Found | undefined {
  switch (place) {
    case 'path': return labels[name];
    case 'query': return query.has(wire) ? query.getAll(wire) : undefined;
    case 'header': return headers[wire.toLowerCase()]?.toString();
    case 'payload': return body;
    case 'queryMap': return Object.assign(Object.create(null) as Record<string, string>, Object.fromEntries(query));
    case undefined: return undefined;
  }
}

/** Values from outside the body are text: the shape says what it means. */
function bindText(found: Found, structure: string, name: string, { shape }: Member, violations: Violations): unknown {
  if (Buffer.isBuffer(found)) return new Uint8Array(found.buffer, found.byteOffset, found.byteLength);
  const spot = { path: name, structure, member: name };
  if (typeof found === 'object' && !Array.isArray(found)) return readValue(found, shape, spot, violations);
  const texts = typeof found === 'string' ? [found] : (found as readonly string[]);
  if (shape.type === 'list') return readValue(texts, shape, spot, violations);
  return readValue(fromText(soundText(texts[0] ?? ''), shape, structure, name), shape, spot, violations);
}

function fromText(text: string, shape: Shape, structure: string, member: string): unknown {
  if (shape.type === 'boolean') {
    if (!/^(true|false)$/i.test(text)) throw new ServiceFault('SerializationException', `'${text}' at '${member}' is no boolean`);
    return text.toLowerCase() === 'true';
  }
  if (shape.type !== 'number') return text;
  if (!(constraintOf(structure, member).isDecimal ? /^-?\d{1,15}(\.\d{1,15})?$/ : /^-?\d{1,15}$/).test(text)) throw new ServiceFault('SerializationException', `'${text}' at '${member}' is no number`);
  return Number(text);
}
