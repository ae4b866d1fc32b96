import { isHostHeader } from '@gatehouse/engine-routing';

/** What a request's head says about its connection and its body, once nothing in it can be read in two ways. */
export interface Framing {
  readonly host: string;
  /** Bytes; -1 = chunked; 0 = no body. */
  readonly bodyLength: number;
}

// Origin-form only: a path, printable, without a fragment. The pipe is refused in a query, as AWS does it.
const TARGET = /^\/[!-"$-~]*$/;
/** A segment that is `.` or `..`, however it is spelled: route, policy and backend would see different paths. */
const DOT_SEGMENT = /\/(?:\.|%2e){1,2}(?:\/|$)/i;
const DIGITS = /^[0-9]{1,15}$/;
const VERSIONS: ReadonlySet<string> = new Set(['1.0', '1.1']);

/** Hosts that were found well-formed: a look-up is cheaper than a pattern, and callers use few names. Strangers can fill it, so it is bounded. */
const knownHosts = new Set<string>();
const MAX_HOSTS = 1_000;

function isKnownHost(host: string): boolean {
  if (knownHosts.has(host)) return true;
  if (!isHostHeader(host)) return false;
  if (knownHosts.size >= MAX_HOSTS) knownHosts.clear();
  knownHosts.add(host);
  return true;
}

/** The parser behind node:http lets these through; here they end in 400 before anything else is read. null = refused. */
export function checkFraming(version: string, target: string, headers: readonly string[]): Framing | null {
  if (!VERSIONS.has(version) || !TARGET.test(target)) return null;
  let host: string | null = null, bodyLength = 0, isChunked = false, hasLength = false;
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i]!;
    switch (name.length) {
      case 4:
        if (name.toLowerCase() !== 'host') break;
        if (host !== null) return null;
        host = headers[i + 1]!;
        break;
      case 14:
        if (name.toLowerCase() !== 'content-length') break;
        if (hasLength || !DIGITS.test(headers[i + 1]!)) return null;
        hasLength = true;
        bodyLength = Number(headers[i + 1]);
        break;
      case 17:
        if (name.toLowerCase() !== 'transfer-encoding') break;
        if (isChunked || version !== '1.1' || headers[i + 1]!.toLowerCase() !== 'chunked') return null;
        isChunked = true;
        break;
    }
  }
  if (host === null || !isKnownHost(host) || (isChunked && hasLength)) return null;
  const query = target.indexOf('?');
  const path = query < 0 ? target : target.slice(0, query);
  // A backslash is no part of a URI, and some backends read it as a slash.
  if (path.includes('\\')) return null;
  if ((path.includes('/.') || path.includes('/%2')) && DOT_SEGMENT.test(path)) return null;
  if (query >= 0 && target.includes('|', query)) return null;
  return { host, bodyLength: isChunked ? -1 : bodyLength };
}
