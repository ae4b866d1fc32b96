import { timingSafeEqual } from 'node:crypto';
import { bodyHashOf, canonicalRequest, headerValue, scopeOf, signatureOf, stringToSign, type SignedMessage } from './canonical.js';

/** Why a signature is refused: AWS's error code and AWS's sentence. */
export interface Refusal { readonly refused: true; readonly code: 'IncompleteSignatureException' | 'InvalidSignatureException' | 'MissingAuthenticationTokenException'; readonly message: string }

/** A signature as the caller sent it, read but not yet believed. */
export interface Claim {
  readonly refused: false;
  readonly accessKeyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly timestamp: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly sessionToken: string | null;
  /** Seconds a presigned URL holds; null for a signed header. */
  readonly expiresSeconds: number | null;
}

const WINDOW_MS = 5 * 60_000;
const MISMATCH = 'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';
const refuse = (code: Refusal['code'], message: string): Refusal => ({ refused: true, code, message });

/** True when the request carries any AWS signature: in its Authorization header or, presigned, in its query. */
export const isSigned = (message: Pick<SignedMessage, 'rawHeaders' | 'rawQuery'>): boolean =>
  headerValue(message.rawHeaders, 'authorization') !== null || /(^|&)X-Amz-Signature=/.test(message.rawQuery);

/** Reads the claim from the Authorization header or the query, in AWS's words when it cannot be read. */
export function readClaim(message: SignedMessage): Claim | Refusal {
  const authorization = headerValue(message.rawHeaders, 'authorization');
  return authorization === null ? readPresigned(message) : readHeader(message, authorization);
}

function readHeader(message: SignedMessage, authorization: string): Claim | Refusal {
  const [algorithm, rest = ''] = split(authorization, ' ');
  if (algorithm !== 'AWS4-HMAC-SHA256') return refuse('IncompleteSignatureException', `Unsupported AWS 'algorithm': '${printable(algorithm)}'.`);
  const parts = new Map<string, string>();
  for (const part of rest.split(',')) {
    const [name, value] = split(part.trim(), '=');
    if (value === undefined) return refuse('IncompleteSignatureException', `Invalid key=value pair (missing equal-sign) in Authorization header: '${printable(part.trim())}'.`);
    parts.set(name, value);
  }
  const timestamp = headerValue(message.rawHeaders, 'x-amz-date');
  const missing = ['Credential', 'Signature', 'SignedHeaders'].filter(name => !parts.get(name)).map(name => `Authorization header requires '${name}' parameter.`);
  if (!timestamp) missing.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
  if (missing.length > 0) return refuse('IncompleteSignatureException', missing.join(' '));
  return claim(parts.get('Credential')!, parts.get('SignedHeaders')!, parts.get('Signature')!, timestamp!, headerValue(message.rawHeaders, 'x-amz-security-token'), null);
}

function readPresigned(message: SignedMessage): Claim | Refusal {
  const query = new URLSearchParams(message.rawQuery);
  if (!query.has('X-Amz-Signature')) return refuse('MissingAuthenticationTokenException', 'Missing Authentication Token');
  const names = ['X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-SignedHeaders', 'X-Amz-Date'];
  const missing = names.filter(name => !query.get(name)).map(name => `AWS query-string parameters must include '${name}'.`);
  if (missing.length > 0) return refuse('IncompleteSignatureException', missing.join(' '));
  const expires = query.get('X-Amz-Expires') ?? '300';
  if (!/^\d{1,6}$/.test(expires) || Number(expires) > 604_800) return refuse('IncompleteSignatureException', 'X-Amz-Expires must be between 1 and 604800 seconds');
  return claim(query.get('X-Amz-Credential')!, query.get('X-Amz-SignedHeaders')!, query.get('X-Amz-Signature')!, query.get('X-Amz-Date')!, query.get('X-Amz-Security-Token'), Number(expires));
}

function claim(credential: string, signedHeaders: string, signature: string, timestamp: string, sessionToken: string | null, expiresSeconds: number | null): Claim | Refusal {
  const scope = credential.split('/');
  if (scope.length !== 5 || scope[4] !== 'aws4_request') {
    return refuse('IncompleteSignatureException', `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${printable(credential)}'`);
  }
  if (!/^\d{8}T\d{6}Z$/.test(timestamp)) return refuse('IncompleteSignatureException', `Date must be in ISO-8601 'basic format'. Got '${printable(timestamp)}'. See http://en.wikipedia.org/wiki/ISO_8601`);
  const [accessKeyId = '', date = '', region = '', service = ''] = scope;
  return { refused: false, accessKeyId, date, region, service, timestamp, signedHeaders: signedHeaders.toLowerCase().split(';'), signature, sessionToken, expiresSeconds };
}

export interface Expectation { readonly region: string; readonly service: string; readonly nowMs: number }

/** Checks scope and time, which need no secret. Null = nothing to object to. */
export function objectTo(given: Claim, { region, service, nowMs }: Expectation): Refusal | null {
  if (given.region !== region) return refuse('InvalidSignatureException', `Credential should be scoped to a valid region, not '${printable(given.region)}'. `);
  if (given.service !== service) return refuse('InvalidSignatureException', `Credential should be scoped to correct service: '${service}'. `);
  if (!given.timestamp.startsWith(given.date)) return refuse('InvalidSignatureException', `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${printable(given.date)}' != '${given.timestamp.slice(0, 8)}', from '${given.timestamp}'.`);
  const signedMs = parseTimestamp(given.timestamp);
  const lifeMs = given.expiresSeconds === null ? WINDOW_MS : given.expiresSeconds * 1000;
  if (nowMs - signedMs > lifeMs) {
    const window = given.expiresSeconds === null ? ' - 5 min.' : ` - ${given.expiresSeconds} sec.`;
    return refuse('InvalidSignatureException', `Signature expired: ${given.timestamp} is now earlier than ${timestampOf(nowMs - lifeMs)} (${timestampOf(nowMs)}${window})`);
  }
  if (signedMs - nowMs > WINDOW_MS) {
    return refuse('InvalidSignatureException', `Signature not yet current: ${given.timestamp} is still later than ${timestampOf(nowMs + WINDOW_MS)} (${timestampOf(nowMs)} + 5 min.)`);
  }
  return null;
}

/** Compares the signature with the one that the key of the claim's day makes. Null = it holds. `key` comes from `signingKey`. */
export function compare(given: Claim, message: SignedMessage, key: Uint8Array): Refusal | null {
  if (!given.signedHeaders.includes('host')) return refuse('InvalidSignatureException', "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  const claimedHash = headerValue(message.rawHeaders, 'x-amz-content-sha256');
  const bodyHash = bodyHashOf(message.body);
  if (claimedHash !== null && claimedHash !== bodyHash) return refuse('InvalidSignatureException', MISMATCH);
  const canonical = canonicalRequest(message, given.signedHeaders, bodyHash, given.expiresSeconds === null ? undefined : 'X-Amz-Signature');
  const expected = signatureOf(key, stringToSign(given.timestamp, scopeOf(given.date, given.region, given.service), canonical));
  const isEqual = given.signature.length === expected.length && timingSafeEqual(Buffer.from(given.signature, 'latin1'), Buffer.from(expected, 'latin1'));
  return isEqual ? null : refuse('InvalidSignatureException', MISMATCH);
}

const split = (text: string, by: string): [string, string?] => {
  const at = text.indexOf(by);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1).trim()];
};

const printable = (text: string): string => text.slice(0, 200).replace(/[^\x20-\x7e]/g, '?');
const parseTimestamp = (t: string): number => Date.UTC(+t.slice(0, 4), +t.slice(4, 6) - 1, +t.slice(6, 8), +t.slice(9, 11), +t.slice(11, 13), +t.slice(13, 15));
/** `20261120T084200Z` for epoch milliseconds. */
export const timestampOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
