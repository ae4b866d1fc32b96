// Reads the schemas inside an AWS SDK package and answers them as plain data: operations, structures, enums.
import { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';

const require = createRequire(import.meta.url);
// Bits of a member's traits, as @smithy/core packs them.
const LABEL = 1, PAYLOAD = 16, QUERY_MAP = 64;
const SIMPLE = { 0: 'string', 1: 'number', 2: 'boolean', 4: 'timestamp', 5: 'timestamp', 6: 'timestamp', 7: 'timestamp', 42: 'blob', 15: 'document', 21: 'blob' };

/** The operations, structures and enums of one SDK package. */
export function readModel(packageName) {
  const sdk = require(packageName);
  const declared = readDeclarations(packageName);
  const operations = Object.values(sdk)
    .filter((value) => Array.isArray(value) && value[0] === 9)
    .map(([, , name, traits, input, output]) => ({ name, http: traits.http, input: structureName(input), output: structureName(output) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const structures = {};
  const visit = (schema) => {
    if (!Array.isArray(schema) || schema[0] !== 3 || structures[schema[2]]) return;
    const [, , name, , memberNames, memberSchemas, requiredCount = 0] = schema;
    structures[name] = {};
    memberNames.forEach((member, index) => {
      structures[name][member] = readMember(memberSchemas[index], index < requiredCount, declared.enumOf(name, member), visit);
    });
  };
  for (const value of Object.values(sdk)) if (Array.isArray(value) && value[0] === 9) for (const side of [value[4], value[5]]) visit(resolve(side));
  return { operations, structures, enums: declared.enums, interfaces: declared.interfaces };
}

const resolve = (schema) => (typeof schema === 'function' ? resolve(schema()) : schema);
const structureName = (side) => {
  const schema = resolve(side);
  return Array.isArray(schema) && schema[0] === 3 && schema[4].length > 0 ? schema[2] : null;
};

function readMember(entry, isRequired, enumName, visit) {
  const hasTraits = Array.isArray(entry) && entry.length === 2;
  const [schema, traits] = hasTraits ? entry : [entry, 0];
  const member = { shape: readShape(schema, enumName, visit) };
  if (isRequired) member.required = true;
  const bits = typeof traits === 'number' ? traits : 0;
  if (bits & LABEL || traits.httpLabel) member.in = 'path';
  else if (bits & PAYLOAD || traits.httpPayload) member.in = 'payload';
  else if (bits & QUERY_MAP || traits.httpQueryParams) member.in = 'queryMap';
  else if (traits.httpQuery) [member.in, member.wire] = ['query', traits.httpQuery];
  else if (traits.httpHeader) [member.in, member.wire] = ['header', traits.httpHeader];
  else if (traits.jsonName) member.wire = traits.jsonName;
  return member;
}

function readShape(schema, enumName, visit) {
  const named = resolve(schema);
  if (typeof named === 'number') {
    if (named & 128) return { type: 'map', value: simple(named & ~128, enumName) };
    if (named & 64) return { type: 'list', member: simple(named & ~64, enumName) };
    return simple(named, enumName);
  }
  if (named[0] === 1) return { type: 'list', member: readShape(Array.isArray(named[4]) && named[4].length === 2 ? named[4][0] : named[4], enumName, visit) };
  if (named[0] === 2) return { type: 'map', value: readShape(Array.isArray(named[5]) && named[5].length === 2 ? named[5][0] : named[5], enumName, visit) };
  if (named[0] === 3) { visit(named); return { type: 'structure', name: named[2] }; }
  throw new Error(`schema ${JSON.stringify(named)} is of no known kind`);
}

function simple(code, enumName) {
  if (code & 64) return { type: 'list', member: simple(code & ~64, enumName) };
  const type = SIMPLE[code];
  if (!type) throw new Error(`schema code ${code} is of no known kind`);
  return type === 'string' && enumName ? { type, enum: enumName } : { type };
}

/** The SDK's type declarations: which member has which enum, and the members' types as text. */
function readDeclarations(packageName) {
  const folder = path.join(path.dirname(require.resolve(packageName)), '../dist-types/models');
  const enums = {};
  for (const [name, value] of Object.entries(require(packageName))) {
    if (/^[A-Z]\w*$/.test(name) && value && typeof value === 'object' && !Array.isArray(value) && Object.values(value).every((v) => typeof v === 'string')) enums[name] = Object.values(value);
  }
  const file = path.join(folder, 'models_0.d.ts');
  const source = ts.createSourceFile(file, ts.sys.readFile(file), ts.ScriptTarget.Latest, true);
  const interfaces = {};
  source.forEachChild((node) => {
    if (!ts.isInterfaceDeclaration(node)) return;
    interfaces[node.name.text] = Object.fromEntries(node.members.filter(ts.isPropertySignature).map((member) => [member.name.getText(), member.type.getText().replace(/\s*\|\s*undefined$/, '')]));
  });
  const enumOf = (structure, member) => (interfaces[structure]?.[member]?.match(/\b[A-Z]\w*\b/g) ?? []).find((word) => enums[word]);
  return { enums, interfaces, enumOf };
}
