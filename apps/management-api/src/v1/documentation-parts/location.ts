import { type DocumentationLocation, type DocumentationPartType } from '@gatehouse/contract-definition';
import { canonicalJson } from '@gatehouse/contract-primitives';
import { type DocumentationPartLocation } from '@gatehouse/contract-wire';
import * as faults from './documentation-parts.faults.js';

/** The members of a location beside its type. */
export type LocationMember = 'path' | 'method' | 'statusCode' | 'name';
/** How a type stands to a member: it must be named, it may be (`/` and `*` stand for all), or it means nothing. */
type Use = 'required' | 'optional' | 'none';
interface Uses { readonly path: Use; readonly method: Use; readonly statusCode: Use; readonly name: Use; readonly isInherited: boolean }

const none: Uses = { path: 'none', method: 'none', statusCode: 'none', name: 'none', isInherited: false };
const request: Uses = { ...none, path: 'optional', method: 'optional', isInherited: true };
const response: Uses = { ...request, statusCode: 'optional' };

/** AWS's table of valid and required location fields, and whether a general part speaks for more specific entities. */
export const LOCATION_USES: Readonly<Record<DocumentationPartType, Uses>> = {
  API: none, AUTHORIZER: { ...none, name: 'required' }, MODEL: { ...none, name: 'required' }, RESOURCE: { ...none, path: 'optional' }, METHOD: request,
  PATH_PARAMETER: { ...request, name: 'required' }, QUERY_PARAMETER: { ...request, name: 'required' }, REQUEST_HEADER: { ...request, name: 'required' }, REQUEST_BODY: request,
  RESPONSE: response, RESPONSE_HEADER: { ...response, name: 'required' }, RESPONSE_BODY: response,
};

const MEMBERS = ['path', 'method', 'statusCode', 'name'] as const;
const DEFAULTS: Readonly<Record<LocationMember, string>> = { path: '/', method: '*', statusCode: '*', name: '' };
const METHODS: readonly string[] = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'ANY', '*'];
const MAX_BYTES = 2_000;

/** A caller's location with AWS's defaults put in; a member that means nothing for the type, or lacks where it must be, is refused. */
export function readLocation(given: DocumentationPartLocation): DocumentationLocation {
  const uses = LOCATION_USES[given.type];
  const stray = MEMBERS.filter(member => uses[member] === 'none' && given[member]);
  if (stray.length > 0) throw faults.strayMembers(given.type, stray);
  const missing = MEMBERS.filter(member => uses[member] === 'required' && !given[member]);
  if (missing.length > 0) throw faults.missingMembers(given.type, missing);
  const member = (name: LocationMember): string | null => (uses[name] === 'none' ? null : given[name]?.trim() || DEFAULTS[name]);
  const location = { type: given.type, path: member('path'), method: member('method'), statusCode: member('statusCode'), name: member('name') };
  if (location.path !== null && !location.path.startsWith('/')) throw faults.badPath(location.path);
  if (location.statusCode !== null && !/^([1-5]\d\d|\*)$/.test(location.statusCode)) throw faults.badStatus(location.statusCode);
  if (location.method !== null && !METHODS.includes(location.method)) throw faults.badMethod(location.method);
  if (Buffer.byteLength(locationKey(location)) > MAX_BYTES) throw faults.longLocation();
  return location;
}

/** The canonical text of a location: equal places have equal keys. */
export const locationKey = (location: DocumentationLocation): string => canonicalJson(location);

/** The text by which locations are sorted: by type, then by path, method, status and name. */
export const locationOrder = ({ type, path, method, statusCode, name }: DocumentationLocation): string => JSON.stringify([type, path, method, statusCode, name]);

/** A location as AWS's sentences name it: `type 'METHOD', path '/pets', method 'GET'`. */
export const tellLocation = (location: DocumentationLocation): string =>
  (['type', ...MEMBERS] as const).flatMap(member => (location[member] === null ? [] : [`${member} '${location[member]}'`])).join(', ');
