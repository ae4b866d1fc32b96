import { createHash } from 'node:crypto';

/** JSON with sorted keys and no blanks: two equal documents are equal byte for byte, so their digests are too. `undefined` members are left out. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const record = value as Record<string, unknown>;
  const members = Object.keys(record).filter(key => record[key] !== undefined).sort().map(key => `${JSON.stringify(key)}:${canonicalJson(record[key])}`);
  return `{${members.join(',')}}`;
}

/** The address of a document: sha256 of its canonical bytes, in lower-case hex. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
