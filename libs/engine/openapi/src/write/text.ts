import { Document, isScalar, visit } from 'yaml';
import { type Json, type JsonObject, isObject } from './json.js';

const INDENT = '  ';

/** A document as JSON in the form of AWS's exports: two blanks a level, ` : ` between name and value, lists on the line of their bracket. */
export const writeJson = (document: JsonObject): string => json(document, '');

function json(value: Json, indent: string): string {
  if (Array.isArray(value)) return value.length === 0 ? '[ ]' : `[ ${value.map((item: Json) => json(item, indent)).join(', ')} ]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{ }';
  const inner = indent + INDENT;
  return `{\n${entries.map(([name, member]) => `${inner}${JSON.stringify(name)} : ${json(member, inner)}`).join(',\n')}\n${indent}}`;
}

/** Names that no version of YAML reads as anything but text. */
const isBare = (name: string): boolean => /^[A-Za-z_/$][^\s]*$/.test(name) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(name);

/** The same as YAML: names bare where they can be, texts always in quotes, on one line, so that no reader takes one for a number, a date, a flag or a merge. */
export function writeYaml(value: JsonObject): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, { Pair: (_at, { key }) => { if (isScalar(key)) key.type = isBare(String(key.value)) ? 'PLAIN' : 'QUOTE_DOUBLE'; } });
  return document.toString({ lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', indentSeq: false, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER });
}
