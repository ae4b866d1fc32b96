/** One statement, read and normalised: every "string or list" is a list. */
export interface Statement {
  readonly sid: string | null;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  /** True for NotAction / NotResource: everything but what is listed. */
  readonly exceptActions: boolean;
  readonly resources: readonly string[];
  readonly exceptResources: boolean;
  /** operator -> condition key (lower case) -> accepted values. */
  readonly conditions: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}
export interface PolicyDocument { readonly name: string; readonly statements: readonly Statement[] }

/** A policy that cannot be read. A policy that is half understood must not decide anything. */
export class MalformedPolicy extends Error {}

const VERSIONS = ['2012-10-17', '2008-10-17'];
const MEMBERS = new Set(['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition']);

/** Reads an identity policy (text or parsed JSON). `name` is told again in the answer, so that logs can say which policy decided. */
export function parsePolicy(name: string, source: unknown): PolicyDocument {
  const raw = record(typeof source === 'string' ? parseJson(source) : source, 'The policy');
  if (raw['Version'] !== undefined && !VERSIONS.includes(String(raw['Version']))) throw new MalformedPolicy(`Version must be one of ${VERSIONS.join(', ')}`);
  const statements = [raw['Statement']].flat();
  if (raw['Statement'] === undefined || statements.length === 0) throw new MalformedPolicy('Statement is missing');
  return { name, statements: statements.map(statement) };
}

function statement(source: unknown): Statement {
  const raw = record(source, 'A statement');
  const unknown = Object.keys(raw).find(key => !MEMBERS.has(key));
  if (unknown !== undefined) throw new MalformedPolicy(`A statement has the unknown member ${unknown}`);
  if (raw['Effect'] !== 'Allow' && raw['Effect'] !== 'Deny') throw new MalformedPolicy('Effect must be Allow or Deny');
  const action = either(raw, 'Action', 'NotAction');
  const resource = either(raw, 'Resource', 'NotResource');
  return {
    sid: typeof raw['Sid'] === 'string' ? raw['Sid'] : null,
    effect: raw['Effect'],
    actions: action.values, exceptActions: action.isExcept,
    resources: resource.values, exceptResources: resource.isExcept,
    conditions: conditions(raw['Condition']),
  };
}

function either(raw: Readonly<Record<string, unknown>>, name: string, except: string): { values: readonly string[]; isExcept: boolean } {
  const isExcept = raw[except] !== undefined;
  if (isExcept === (raw[name] !== undefined)) throw new MalformedPolicy(`A statement needs either ${name} or ${except}`);
  return { values: strings(raw[isExcept ? except : name], name), isExcept };
}

function conditions(source: unknown): Statement['conditions'] {
  if (source === undefined) return new Map();
  return new Map(Object.entries(record(source, 'Condition')).map(([operator, keys]) => [
    operator,
    new Map(Object.entries(record(keys, operator)).map(([key, values]) => [key.toLowerCase(), strings(values, key)])),
  ]));
}

function strings(source: unknown, what: string): readonly string[] {
  const values = [source].flat();
  if (values.length === 0 || !values.every(value => ['string', 'number', 'boolean'].includes(typeof value))) throw new MalformedPolicy(`${what} must be a string or a list of strings`);
  return values.map(String);
}

function record(source: unknown, what: string): Readonly<Record<string, unknown>> {
  if (source === null || typeof source !== 'object' || Array.isArray(source)) throw new MalformedPolicy(`${what} must be a JSON object`);
  return source as Readonly<Record<string, unknown>>;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new MalformedPolicy('The policy is not JSON');
  }
}
