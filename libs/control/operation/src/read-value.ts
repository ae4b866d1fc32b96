import { constraintOf, enumValues, ServiceFault, structureOf, type ListShape, type MapShape, type Shape } from '@gatehouse/contract-wire';

/** Where a value stands: for sentences `path`, for its constraints the structure and the member. */
export interface Spot { readonly path: string; readonly structure: string; readonly member: string }

/** What is wrong with values that have the right type; AWS tells all of them at once. */
export type Violations = string[];

const fault = (message: string): ServiceFault => new ServiceFault('SerializationException', message);
const violation = (value: string, path: string, constraint: string): string => `Value ${value} at '${path}' failed to satisfy constraint: ${constraint}`;

const JAVA_NAMES: Readonly<Record<string, string>> = {
  boolean: 'class java.lang.Boolean', number: 'class com.amazon.coral.value.json.numbers.TruncatingBigNumber', string: 'class java.lang.String',
};

function wrongType(raw: unknown, wanted: string): ServiceFault {
  if (Array.isArray(raw)) return fault('Start of list found where not expected');
  if (raw === null) return fault('Unexpected value type in payload');
  if (typeof raw === 'object') return fault('Start of structure or map found where not expected.');
  return fault(`${JAVA_NAMES[typeof raw] ?? 'value'} can not be converted to ${/^[AEIOU]|^String/.test(wanted) ? 'an' : 'a'} ${wanted}`);
}

/** Reads one JSON value by its shape. The wrong type throws SerializationException; a value out of bounds is added to `violations`. */
export function readValue(raw: unknown, shape: Shape, spot: Spot, violations: Violations): unknown {
  switch (shape.type) {
    case 'string': return readText(raw, shape.enum, spot, violations);
    case 'boolean': if (typeof raw !== 'boolean') throw wrongType(raw, 'Boolean'); return raw;
    case 'number': return readNumber(raw, spot);
    case 'timestamp': if (typeof raw !== 'number') throw wrongType(raw, 'Timestamp'); return new Date(raw * 1_000);
    case 'list': return readList(raw, shape, spot, violations);
    case 'map': return readMap(raw, shape, spot, violations);
    case 'structure': return readStructure(raw, shape.name, spot.path, violations);
    case 'blob': case 'document': return raw;
  }
}

/** PostgreSQL keeps neither NUL nor half of a surrogate pair, so no text may hold one. */
export function soundText(text: string): string {
  if (text.includes('\0') || /\p{Surrogate}/u.test(text)) throw fault('A text holds a NUL character or a lone surrogate');
  return text;
}

function readText(raw: unknown, enumName: string | undefined, { path, structure, member }: Spot, violations: Violations): string {
  if (typeof raw !== 'string') throw wrongType(raw, 'String');
  const { pattern } = constraintOf(structure, member);
  if (enumName && !enumValues(enumName).includes(raw)) violations.push(violation(`'${raw}'`, path, `Member must satisfy enum value set: [${enumValues(enumName).join(', ')}]`));
  if (pattern && !new RegExp(`^(?:${pattern})$`).test(raw)) violations.push(violation(`'${raw}'`, path, `Member must satisfy regular expression pattern: ${pattern}`));
  return soundText(raw);
}

function readNumber(raw: unknown, { structure, member }: Spot): number {
  const { isDecimal } = constraintOf(structure, member);
  if (typeof raw !== 'number' || !Number.isFinite(raw)) throw wrongType(raw, isDecimal ? 'Double' : 'Integer');
  if (isDecimal) return raw;
  if (!Number.isSafeInteger(Math.trunc(raw))) throw wrongType(raw, 'Integer');
  return Math.trunc(raw);
}

function readList(raw: unknown, shape: ListShape, spot: Spot, violations: Violations): readonly unknown[] {
  if (!Array.isArray(raw)) throw fault('Expected list or null');
  const enumName = shape.member.type === 'string' ? shape.member.enum : undefined;
  if (!enumName) return raw.map((item, index) => readValue(item, shape.member, { ...spot, path: `${spot.path}.${index + 1}.member` }, violations));
  const items = raw.map(item => { if (typeof item !== 'string') throw wrongType(item, 'String'); return item; });
  // A list of words is judged as one value: Value '[wrong]' at '...types'.
  if (items.some(item => !enumValues(enumName).includes(item))) {
    violations.push(violation(`'[${items.join(', ')}]'`, spot.path, `Member must satisfy constraint: [Member must satisfy enum value set: [${enumValues(enumName).join(', ')}]]`));
  }
  return items;
}

/** A null inside a map of texts reads as empty text, which the families refuse in AWS's words. */
function readMap(raw: unknown, shape: MapShape, spot: Spot, violations: Violations): object {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) throw fault('Unexpected field type');
  const map = Object.create(null) as Record<string, unknown>;
  for (const [key, value] of Object.entries(raw)) {
    if (value === null && shape.value.type !== 'string') continue;
    map[soundText(key)] = readValue(value ?? '', shape.value, { ...spot, path: `${spot.path}.${key}.member` }, violations);
  }
  return map;
}

/** Members that the shape does not know are ignored, as AWS does; null means absent. */
export function readStructure(raw: unknown, name: string, path: string, violations: Violations): Record<string, unknown> {
  if (Array.isArray(raw)) throw fault('Start of list found where not expected');
  if (typeof raw !== 'object' || raw === null) throw fault('Unexpected value type in payload');
  const wire = raw as Readonly<Record<string, unknown>>;
  const read: Record<string, unknown> = {};
  for (const [member, { shape, wire: wireName = member, in: place, required }] of Object.entries(structureOf(name))) {
    if (place) continue;
    const value = Object.hasOwn(wire, wireName) ? wire[wireName] : undefined;
    if (value !== undefined && value !== null) read[member] = readValue(value, shape, { path: `${path}.${wireName}`, structure: name, member }, violations);
    else if (required) violations.push(violation('null', `${path}.${wireName}`, 'Member must not be null'));
  }
  return read;
}
