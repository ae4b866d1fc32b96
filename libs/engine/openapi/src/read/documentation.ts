import { type DocumentationLocation, type DocumentationPartDefinition, type DocumentationPartType } from '@gatehouse/contract-definition';
import { isList, isObject, listOf, objectOf, type Plain, type PlainObject, textOf } from './plain.js';
import { type Reading } from './reading.js';

type Member = 'path' | 'method' | 'statusCode' | 'name';

/** Which members a location has, by what it is about. */
const MEMBERS: Readonly<Record<DocumentationPartType, readonly Member[]>> = {
  API: [], AUTHORIZER: ['name'], MODEL: ['name'], RESOURCE: ['path'], METHOD: ['path', 'method'],
  PATH_PARAMETER: ['path', 'method', 'name'], QUERY_PARAMETER: ['path', 'method', 'name'], REQUEST_HEADER: ['path', 'method', 'name'], REQUEST_BODY: ['path', 'method'],
  RESPONSE: ['path', 'method', 'statusCode'], RESPONSE_HEADER: ['path', 'method', 'statusCode', 'name'], RESPONSE_BODY: ['path', 'method', 'statusCode'],
};
/** What a member means when it is left out. */
const DEFAULTS: Readonly<Record<Member, string | null>> = { path: '/', method: '*', statusCode: '*', name: null };
const MEMBER_NAMES = Object.keys(DEFAULTS) as readonly Member[];

/** Gathers the documentation of a document: its extension's when it has one, else what its descriptions say. */
export class Documentation {
  readonly #parts = new Map<string, DocumentationPartDefinition>();
  readonly #isOwn: boolean;

  /** `isIgnored`: the caller asked for `ignore=documentation`. */
  constructor(private readonly reading: Reading, private readonly isIgnored: boolean) {
    const extension = reading.root['x-amazon-apigateway-documentation'];
    this.#isOwn = isObject(extension);
    if (isIgnored) return;
    for (const part of listOf(objectOf(extension)['documentationParts'])) this.#take(objectOf(part));
  }

  /** Notes what a description says, unless the document has an extension for that. Empty texts and lists say nothing. */
  describe(type: DocumentationPartType, at: Partial<Pick<DocumentationLocation, Member>>, properties: Readonly<Record<string, Plain | undefined>>): void {
    if (this.isIgnored || this.#isOwn) return;
    const said = Object.entries(properties).filter(([, value]) => value !== undefined && value !== null && value !== '' && !(isList(value) && value.length === 0));
    for (const [, value] of said) this.reading.spendOn(value);
    if (said.length > 0) this.#put(locationOf(type, at), Object.fromEntries(said) as PlainObject);
  }

  list(): readonly DocumentationPartDefinition[] {
    return [...this.#parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
  }

  #take(part: PlainObject): void {
    const given = objectOf(part['location']);
    const type = textOf(given['type']) ?? '';
    const { properties } = part;
    const isText = typeof properties === 'string';
    if (!isType(type) || (!isObject(properties) && !isText)) {
      this.reading.warn(`Invalid documentation part for '${type}'. Ignoring.`);
      return;
    }
    const stray = MEMBER_NAMES.find(member => textOf(given[member]) !== null && !MEMBERS[type].includes(member));
    if (stray) this.reading.warn(`Invalid location attribute '${stray}' of a documentation part of type ${type}. Ignoring.`);
    const at = Object.fromEntries(MEMBER_NAMES.map(member => [member, textOf(given[member])]));
    this.#put(locationOf(type, at), isText ? properties : properties);
  }

  #put(location: DocumentationLocation, properties: PlainObject | string): void {
    const key = [location.type, location.path, location.method, location.statusCode, location.name].map(text => text ?? '').join(' ');
    if (this.#parts.has(key)) return;
    this.#parts.set(key, { location, properties: typeof properties === 'string' ? properties : JSON.stringify(properties) });
  }
}

const isType = (type: string): type is DocumentationPartType => Object.hasOwn(MEMBERS, type);

function locationOf(type: DocumentationPartType, at: Partial<Pick<DocumentationLocation, Member>>): DocumentationLocation {
  const member = (name: Member): string | null => (MEMBERS[type].includes(name) ? (at[name] ?? DEFAULTS[name]) : null);
  return { type, path: member('path'), method: member('method'), statusCode: member('statusCode'), name: member('name') };
}

/** AWS's exports describe a response that nobody described: `200 response`. */
export const isFiller = (statusCode: string, description: Plain | undefined): boolean => description === `${statusCode} response`;
