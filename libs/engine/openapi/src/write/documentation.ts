import { type DocumentationLocation, type DocumentationPartDefinition, type DocumentationPartType } from '@gatehouse/contract-definition';
import { type Json, type JsonObject, isObject, members, ownersJson } from './json.js';

/** What a documentation part is looked up by; a member that the type does not know is left out. */
export interface Documented { readonly path?: string; readonly method?: string; readonly statusCode?: string; readonly name?: string }

/** The texts of an API's documentation, as they apply to its things. */
export interface Documentation {
  /** What is said of a thing, reduced to what OpenAPI has a place for; empty when nothing is. */
  of(type: DocumentationPartType, thing?: Documented): JsonObject;
  /** The `info` of the API's own part. */
  readonly info: JsonObject;
}

/** Per type, what OpenAPI knows and a part may say. Extensions (`x-...`) are always known; AWS's own are no documentation. */
const KNOWN: Readonly<Record<DocumentationPartType, readonly string[]>> = {
  API: ['externalDocs', 'tags'],
  AUTHORIZER: ['description'],
  MODEL: ['title', 'description', 'externalDocs'],
  RESOURCE: [],
  METHOD: ['tags', 'summary', 'description', 'externalDocs', 'deprecated'],
  PATH_PARAMETER: ['description'],
  QUERY_PARAMETER: ['description'],
  REQUEST_HEADER: ['description'],
  REQUEST_BODY: ['description'],
  RESPONSE: ['description'],
  RESPONSE_HEADER: ['description'],
  RESPONSE_BODY: [],
};
const INFO = ['description', 'termsOfService', 'contact', 'license'];
/** Types of which a part speaks for one thing only; the others are inherited by what lies below. */
const OWN_ONLY: ReadonlySet<DocumentationPartType> = new Set(['API', 'AUTHORIZER', 'MODEL', 'RESOURCE']);

const isKnown = (name: string, known: readonly string[]): boolean => known.includes(name) || (name.startsWith('x-') && !/^x-(amazon|gatehouse|postman)-/.test(name));
const reduced = (properties: JsonObject, known: readonly string[]): JsonObject => members(Object.fromEntries(Object.entries(properties).filter(([name]) => isKnown(name, known))));

const isBelow = (path: string, prefix: string): boolean => prefix === '/' || path === prefix || path.startsWith(`${prefix}/`);
const isAny = (value: string | null): boolean => value === null || value === '*';

function applies(location: DocumentationLocation, thing: Documented): boolean {
  if (thing.name !== undefined && location.name !== thing.name) return false;
  if (OWN_ONLY.has(location.type)) return thing.path === undefined || (location.path ?? '/') === thing.path;
  if (thing.path !== undefined && !isBelow(thing.path, location.path ?? '/')) return false;
  if (!isAny(location.method) && location.method !== thing.method) return false;
  return isAny(location.statusCode) || location.statusCode === thing.statusCode;
}

/** The most specific part wins, and it alone speaks: by path, then by status, then by method. */
const rank = ({ path, method, statusCode }: DocumentationLocation): number => (path ?? '/').length * 4 + (isAny(statusCode) ? 0 : 2) + (isAny(method) ? 0 : 1);

/** Looks parts up as AWS inherits them (the guide's "Inherit Content from an API Entity of More General Specifications"). */
export function documentationOf(parts: readonly DocumentationPartDefinition[]): Documentation {
  const byType = new Map<DocumentationPartType, { readonly location: DocumentationLocation; readonly properties: JsonObject }[]>();
  for (const { location, properties } of parts) {
    const value: Json = ownersJson(properties);
    if (isObject(value)) byType.set(location.type, [...(byType.get(location.type) ?? []), { location, properties: value }]);
  }
  for (const list of byType.values()) list.sort((a, b) => rank(b.location) - rank(a.location));
  const find = (type: DocumentationPartType, thing: Documented): JsonObject => byType.get(type)?.find(part => applies(part.location, thing))?.properties ?? {};
  const info = find('API', {})['info'];
  return {
    info: isObject(info) ? reduced(info, INFO) : {},
    of: (type, thing = {}) => reduced(find(type, thing), KNOWN[type]),
  };
}
