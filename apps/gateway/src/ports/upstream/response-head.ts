/** What frames the body of an answer: a length in bytes, chunks, or the end of the connection. */
export const CHUNKED = -1;
export const UNTIL_CLOSE = -2;

/** A parsed head. `headers` is flat and complete but for those that end at this hop. */
export interface ResponseHead {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly string[];
  readonly framing: number;
  readonly keepsAlive: boolean;
  /** From `Keep-Alive: timeout=n`; 0 = not told. */
  readonly keepAliveMs: number;
}

const STATUS_LINE = /^HTTP\/1\.([01]) ([1-9][0-9]{2})(?: ([\t\x20-\x7e\x80-\xff]*))?\r\n/;
// One header line. A name directly before its colon, a value without controls: folded lines, bare CR or LF and NUL do not fit.
const HEADER_LINE = /([!#$%&'*+\-.^_`|~0-9A-Za-z]+):[ \t]*([\t\x20-\x7e\x80-\xff]*)\r\n/y;
const DIGITS = /^[0-9]{1,15}$/;
const MAX_HEADERS = 500;

/**
 * Parses a head that ends in its blank line; null = it is not to be trusted. Refused are: a length with chunks, two different lengths,
 * codings other than one `chunked`, chunks from HTTP/1.0, and anything that two parsers could read in two ways.
 */
export function parseResponseHead(text: string, isHeadRequest: boolean): ResponseHead | null {
  const line = STATUS_LINE.exec(text);
  if (line === null) return null;
  const status = Number(line[2]);
  const headers: string[] = [];
  let at = line[0].length, length = -1, isChunked = false, nominated: readonly string[] | null = null, keepAliveMs = 0;
  let keepsAlive = line[1] === '1';
  const end = text.length - 2;
  while (at < end) {
    HEADER_LINE.lastIndex = at;
    const match = HEADER_LINE.exec(text);
    if (match === null || headers.length >= 2 * MAX_HEADERS) return null;
    at = HEADER_LINE.lastIndex;
    const name = match[1]!, value = trimmedEnd(match[2]!);
    switch (name.length) {
      case 14:
        if (name.toLowerCase() !== 'content-length') break;
        if (!DIGITS.test(value) || (length >= 0 && length !== Number(value))) return null;
        if (length >= 0) continue;
        length = Number(value);
        break;
      case 17:
        if (name.toLowerCase() !== 'transfer-encoding') break;
        if (isChunked || value.toLowerCase() !== 'chunked') return null;
        isChunked = true;
        continue;
      case 10: {
        const lower = name.toLowerCase();
        if (lower === 'keep-alive') {
          keepAliveMs = Number(/timeout=(\d{1,6})/i.exec(value)?.[1] ?? 0) * 1000;
          continue;
        }
        if (lower !== 'connection') break;
        const tokens = value.toLowerCase().split(',').map(token => token.trim());
        if (tokens.includes('close')) keepsAlive = false;
        const others = tokens.filter(token => token !== 'close' && token !== 'keep-alive' && token !== '');
        if (others.length > 0) nominated = [...(nominated ?? []), ...others];
        break;
      }
    }
    headers.push(name, value);
  }
  if (at !== end || (isChunked && (length >= 0 || line[1] === '0'))) return null;
  const isBodyless = isHeadRequest || status === 204 || status === 304 || status < 200;
  const framing = isBodyless ? 0 : isChunked ? CHUNKED : length >= 0 ? length : UNTIL_CLOSE;
  return { status, reason: line[3] ?? '', headers: nominated === null ? headers : without(headers, nominated), framing, keepsAlive: keepsAlive && framing !== UNTIL_CLOSE, keepAliveMs };
}

function trimmedEnd(value: string): string {
  const last = value.charCodeAt(value.length - 1);
  return last === 32 || last === 9 ? value.trimEnd() : value;
}

function without(headers: readonly string[], lowerNames: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (let i = 0; i < headers.length; i += 2) if (!lowerNames.includes(headers[i]!.toLowerCase())) kept.push(headers[i]!, headers[i + 1]!);
  return kept;
}
