import { parseBoundedJson, UnreadableJson } from '@gatehouse/contract-text';
import * as faults from './documentation-parts.faults.js';

const MAX_PROPERTIES = 400 * 1024;

/** The owner's JSON as it was written, when it is an object. */
export function checkProperties(text: string): string {
  if (Buffer.byteLength(text) > MAX_PROPERTIES) throw faults.longProperties();
  readProperties(text);
  return text;
}

/** Reads properties, or refuses what is no JSON object. */
export function readProperties(text: string): Readonly<Record<string, unknown>> {
  try {
    const properties = parseBoundedJson(text);
    if (typeof properties === 'object' && properties !== null && !Array.isArray(properties)) return properties as Readonly<Record<string, unknown>>;
  } catch (error) {
    if (!(error instanceof UnreadableJson)) throw error;
  }
  throw faults.badProperties();
}
