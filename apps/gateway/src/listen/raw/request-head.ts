import { METHODS } from 'node:http';
import { checkFraming, type Framing } from '../framing.js';

/** A request's head, read strictly. */
export interface RequestHead extends Framing { readonly method: string; readonly target: string; readonly version: '1.0' | '1.1'; readonly headers: readonly string[]; readonly keepsAlive: boolean; readonly expectsContinue: boolean }

const REQUEST_LINE = /^([A-Z][A-Z-]{0,19}) ([!-~]+) HTTP\/1\.([01])\r\n/;
// A name directly before its colon, a value without controls: folded lines, bare CR or LF, NUL and blanks before a colon do not fit.
const HEADER_LINE = /([!#$%&'*+\-.^_`|~0-9A-Za-z]+):[ \t]*([\t\x20-\x7e\x80-\xff]*)\r\n/y;

/** The verbs that HTTP registers, but CONNECT: nobody may tunnel. */
const VERBS: ReadonlySet<string> = new Set(METHODS.filter(method => method !== 'CONNECT'));

/** Reads a head that ends in its blank line; null = it is refused with 400. */
export function parseRequestHead(text: string): RequestHead | null {
  const line = REQUEST_LINE.exec(text);
  if (line === null || !VERBS.has(line[1]!)) return null;
  const headers: string[] = [];
  const end = text.length - 2;
  const version = line[3] === '1' ? '1.1' : '1.0';
  let at = line[0].length, keepsAlive = version === '1.1', expectsContinue = false;
  while (at < end) {
    HEADER_LINE.lastIndex = at;
    const match = HEADER_LINE.exec(text);
    if (match === null) return null;
    at = HEADER_LINE.lastIndex;
    const name = match[1]!;
    let value = match[2]!;
    const last = value.charCodeAt(value.length - 1);
    if (last === 32 || last === 9) value = value.trimEnd();
    if (name.length === 10 && name.toLowerCase() === 'connection') keepsAlive = staysOpen(value, keepsAlive);
    else if (name.length === 6 && name.toLowerCase() === 'expect') expectsContinue = value.toLowerCase() === '100-continue';
    headers.push(name, value);
  }
  if (at !== end) return null;
  const framing = checkFraming(version, line[2]!, headers);
  return framing === null ? null : { host: framing.host, bodyLength: framing.bodyLength, method: line[1]!, target: line[2]!, version, headers, keepsAlive, expectsContinue };
}

function staysOpen(value: string, before: boolean): boolean {
  const tokens = value.toLowerCase().split(',').map(token => token.trim());
  if (tokens.includes('close')) return false;
  return tokens.includes('keep-alive') ? true : before;
}
