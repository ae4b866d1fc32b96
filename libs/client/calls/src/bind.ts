import { structureOf, type Member, type Operation, type OperationRow } from '@gatehouse/contract-wire';
import type { WireRequest } from './transport.js';

/** A write that a form is about to make: an operation with its input. Shown as a command before it is sent. */
export interface Call {
  readonly operation: OperationRow;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Prepares a call; the compiler holds the input to the operation's own type. */
export const prepare = <In extends object>(operation: Operation<In, unknown>, input: In): Call => ({
  operation,
  input: input as Readonly<Record<string, unknown>>,
});

/** True for an operation whose answer is a file: its bytes are the answer, not JSON. */
export const answersFile = ({ output }: OperationRow): boolean =>
  output !== null && Object.values(structureOf(output)).some(({ in: place }) => place === 'payload');

/** Puts each member of an input where its row wants it: path, query, payload or body. Members that are undefined are left out. */
export function bind({ operation, input }: Call): WireRequest {
  const members: Readonly<Record<string, Member>> = operation.input ? structureOf(operation.input) : {};
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_label, member: string) => encodeURIComponent(pathText(operation, input, member)));
  const query: Array<readonly [string, string]> = Object.entries(operation.query ?? {});
  const headers: Record<string, string> = {};
  const body: Record<string, unknown> = {};
  let payload: Uint8Array<ArrayBuffer> | null = null;
  for (const [name, value] of Object.entries(input)) {
    const member = members[name];
    if (!member) throw new Error(`${operation.name} has no member ${name}`);
    if (value === undefined || member.in === 'path') continue;
    if (member.in === 'payload') payload = value as Uint8Array<ArrayBuffer>;
    else if (member.in === 'header') headers[(member.wire ?? name).toLowerCase()] = String(value);
    else if (member.in === 'queryMap') query.push(...Object.entries(value as Readonly<Record<string, string>>));
    else if (member.in === 'query')
      for (const each of Array.isArray(value) ? value : [value]) query.push([member.wire ?? name, String(each)]);
    else body[member.wire ?? name] = value;
  }
  const request = { method: operation.method, path, query, headers, answersFile: answersFile(operation) };
  if (payload) return { ...request, body: payload, contentType: 'application/octet-stream' };
  return operation.method === 'GET' || operation.method === 'DELETE' ? request : { ...request, body: JSON.stringify(body) };
}

function pathText(operation: OperationRow, input: Call['input'], member: string): string {
  const value = input[member];
  if (typeof value !== 'string' || value === '') throw new Error(`${operation.name} needs ${member}`);
  return value;
}
