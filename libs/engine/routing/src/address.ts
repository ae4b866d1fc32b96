/** How this gateway's default addresses look. `domain` is the one behind `{api}.execute-api.{region}.`; null = none but localhost. */
export interface AddressRules { readonly region: string; readonly domain: string | null; readonly pathForm: boolean }
/** An api and the path that stands before its stage was cut: the first segment of `rest` names the stage. */
export interface Addressed { readonly restApiId: string; readonly rest: string }
/** A stage and what is left of the path: begins with a slash, unless nothing was left. */
export interface StagePath { readonly stageName: string; readonly path: string }

const HOST = /^([a-z0-9]{1,64})\.execute-api\.([a-z0-9.-]{1,200})$/;
const PATH_FORM = '/_aws/execute-api/';

/** The api that a Host header names (its port and case do not matter), or null. */
export function apiOfHost(host: string, { region, domain }: AddressRules): string | null {
  const match = HOST.exec(host.toLowerCase().replace(/:\d{1,5}$/, '').replace(/\.$/, ''));
  if (match === null) return null;
  const [, restApiId = '', rest] = match;
  const isOurs = rest === 'localhost' || (domain !== null && rest === `${region}.${domain.toLowerCase()}`);
  return isOurs ? restApiId : null;
}

/** The api that a path names in the path form, or null. */
export function apiOfPath(path: string, { pathForm }: AddressRules): Addressed | null {
  if (!pathForm || !path.startsWith(PATH_FORM)) return null;
  const slash = path.indexOf('/', PATH_FORM.length);
  const restApiId = path.slice(PATH_FORM.length, slash < 0 ? undefined : slash);
  return restApiId === '' ? null : { restApiId, rest: slash < 0 ? '' : path.slice(slash) };
}

/** Cuts the stage off. Stage names have letters, digits, `_` and `-` only, so one that is percent-encoded is no stage. */
export function cutStage(path: string): StagePath {
  const slash = path.indexOf('/', 1);
  return slash < 0 ? { stageName: path.slice(1), path: '/' } : { stageName: path.slice(1, slash), path: path.slice(slash) };
}

const HOST_HEADER = /^(?:[A-Za-z0-9._~!$&'()*+,;=%-]{1,255}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?$/;
/** True when a Host header names one host and at most a port: no user, no path, no blank, no list. */
export const isHostHeader = (host: string): boolean => HOST_HEADER.test(host) && !host.includes(',');
