import * as sdk from '@aws-sdk/client-api-gateway';
import { NormalizedSchema } from '@smithy/core/schema';
import { type OperationName } from './recorder.js';

type Schema = Parameters<typeof NormalizedSchema.of>[0];
/** An operation as the SDK's schemas hold it: [kind, namespace, name, traits, input, output]. */
type OperationSchema = readonly [number, string, string, { readonly http: readonly [method: string, uri: string, status: number] }, () => Schema, () => Schema];

/** What AWS's own model says of an operation: method, path, status, and whether something is answered. */
export function operationRow(operation: OperationName): { readonly method: string; readonly path: string; readonly status: number; readonly hasOutput: boolean } {
  const [, , , { http: [method, uri, status] }] = schemaOf(operation);
  const output = outputOf(operation);
  return { method, path: uri.split('?')[0]!, status, hasOutput: output.isStructSchema() };
}

const schemaOf = (operation: OperationName): OperationSchema => (sdk as unknown as Record<string, OperationSchema>)[`${operation}$`]!;
const outputOf = (operation: OperationName): NormalizedSchema => NormalizedSchema.of(schemaOf(operation)[5]());

/** What is wrong with an answer, judged by the schema that the SDK itself reads it with. The SDK forgives much of this, other clients do not. */
export const wireFaults = (operation: OperationName, json: unknown): readonly string[] => faultsIn(outputOf(operation), json, operation);

function faultsIn(schema: NormalizedSchema, value: unknown, at: string): readonly string[] {
  if (value === null || value === undefined) return [`${at} is ${value}`];
  if (schema.isStructSchema()) return inStructure(schema, value, at);
  if (schema.isListSchema()) return Array.isArray(value) ? value.flatMap((item, index) => faultsIn(schema.getValueSchema(), item, `${at}[${index}]`)) : [`${at} is no list`];
  if (schema.isMapSchema()) return isObject(value) ? Object.entries(value).flatMap(([key, item]) => faultsIn(schema.getValueSchema(), item, `${at}.${key}`)) : [`${at} is no map`];
  if (schema.isTimestampSchema()) return Number.isInteger(value) && (value as number) > 1_400_000_000 && (value as number) < 5_000_000_000 ? [] : [`${at} is ${String(value)}, not epoch seconds`];
  const wanted = schema.isBooleanSchema() ? 'boolean' : schema.isNumericSchema() ? 'number' : 'string';
  return typeof value === wanted ? [] : [`${at} is ${JSON.stringify(value)}, not a ${wanted}`];
}

function inStructure(schema: NormalizedSchema, value: unknown, at: string): readonly string[] {
  if (!isObject(value)) return [`${at} is no structure`];
  const members = new Map([...schema.structIterator()].map(([name, member]) => [String(member.getMergedTraits().jsonName ?? name), member]));
  return Object.entries(value).flatMap(([name, item]) => {
    const member = members.get(name);
    return member ? faultsIn(member, item, `${at}.${name}`) : [`${at}.${name} is not in the shape`];
  });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members that AWS's shape of the answer has. */
export function outputMembers(operation: OperationName): readonly string[] {
  const output = outputOf(operation);
  return output.isStructSchema() ? [...output.structIterator()].map(([name]) => String(name)) : [];
}
