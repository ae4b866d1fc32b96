import { createHash, createHmac } from 'node:crypto';

/** What is signed: the request exactly as it came over the wire, before anything decoded it. */
export interface SignedMessage {
  readonly method: string;
  readonly rawPath: string;
  readonly rawQuery: string;
  /** Name, value, name, value, ... as received. */
  readonly rawHeaders: readonly string[];
  readonly body: Uint8Array;
}

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Uint8Array, data: string): Buffer => createHmac('sha256', key).update(data).digest();

/** RFC 3986 escaping with upper-case hex, as SigV4 asks; encodeURIComponent leaves five characters more alone. */
const escape = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** The path is escaped once more than it was sent (every service but S3), after empty and dot segments are gone. */
export function canonicalPath(rawPath: string): string {
  const kept: string[] = [];
  for (const segment of rawPath.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') kept.pop();
    else kept.push(segment);
  }
  const tail = kept.length > 0 && rawPath.endsWith('/') ? '/' : '';
  return `/${kept.map(escape).join('/')}${tail}`;
}

/** Parameters are decoded, escaped anew and sorted by name, then value. `leaveOut` drops the signature itself from a presigned query. */
export function canonicalQuery(rawQuery: string, leaveOut?: string): string {
  if (rawQuery === '') return '';
  return rawQuery.split('&').filter(part => part !== '').map(part => {
    const at = part.indexOf('=');
    return [unescape(at < 0 ? part : part.slice(0, at)), unescape(at < 0 ? '' : part.slice(at + 1))] as const;
  }).filter(([name]) => name !== leaveOut)
    .map(([name, value]) => [escape(name), escape(value)] as const)
    .sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0))
    .map(([name, value]) => `${name}=${value}`).join('&');
}

function unescape(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The values of one header, trimmed, inner blanks collapsed, several joined by a comma. Null when the header is absent. */
export function headerValue(rawHeaders: readonly string[], name: string): string | null {
  const values: string[] = [];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) if (rawHeaders[i]!.toLowerCase() === name) values.push(rawHeaders[i + 1]!.trim().replace(/\s+/g, ' '));
  return values.length > 0 ? values.join(',') : null;
}

/** The text whose hash is signed. `bodyHash` is what the caller claims or what we computed; they were compared before. */
export function canonicalRequest(message: SignedMessage, signedHeaders: readonly string[], bodyHash: string, leaveOut?: string): string {
  const headers = signedHeaders.map(name => `${name}:${headerValue(message.rawHeaders, name) ?? ''}\n`).join('');
  return [message.method, canonicalPath(message.rawPath), canonicalQuery(message.rawQuery, leaveOut), headers, signedHeaders.join(';'), bodyHash].join('\n');
}

export const bodyHashOf = (body: Uint8Array): string => sha256(body);

/** The scope that a signature holds for: `20261120/us-east-1/apigateway/aws4_request`. */
export const scopeOf = (date: string, region: string, service: string): string => `${date}/${region}/${service}/aws4_request`;

export const stringToSign = (timestamp: string, scope: string, canonical: string): string => ['AWS4-HMAC-SHA256', timestamp, scope, sha256(canonical)].join('\n');

/** The day's key of a secret for a region and a service; worth caching, it costs four HMACs. */
export const signingKey = (secret: string, date: string, region: string, service: string): Buffer =>
  hmac(hmac(hmac(hmac(`AWS4${secret}`, date), region), service), 'aws4_request');

export const signatureOf = (key: Uint8Array, text: string): string => hmac(key, text).toString('hex');
