import { structureOf, type Shape } from '@gatehouse/contract-wire';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads an answer as its structure: wire names become the SDK's (`item` -> `items`), epoch seconds become dates. Unknown members are kept. */
export function readStructure(name: string, value: unknown): unknown {
  if (!isObject(value)) return value;
  const members = new Map(Object.entries(structureOf(name)).map(([own, member]) => [member.wire ?? own, { own, shape: member.shape }]));
  return Object.fromEntries(
    Object.entries(value).map(([wire, each]) => {
      const member = members.get(wire);
      return member ? [member.own, read(member.shape, each)] : [wire, each];
    }),
  );
}

function read(shape: Shape, value: unknown): unknown {
  switch (shape.type) {
    case 'timestamp':
      return typeof value === 'number' ? new Date(value * 1000) : typeof value === 'string' ? new Date(value) : value;
    case 'structure':
      return readStructure(shape.name, value);
    case 'list':
      return Array.isArray(value) ? value.map(each => read(shape.member, each)) : value;
    case 'map':
      return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, read(shape.value, each)])) : value;
    default:
      return value;
  }
}
