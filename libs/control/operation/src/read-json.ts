import { ServiceFault } from '@gatehouse/contract-wire';

const MAX_DEPTH = 64;
const MAX_MEMBERS = 50_000;
const QUOTE = 0x22, BACKSLASH = 0x5c, OPEN_BRACE = 0x7b, CLOSE_BRACE = 0x7d, OPEN_BRACKET = 0x5b, CLOSE_BRACKET = 0x5d, COMMA = 0x2c;

const utf8 = new TextDecoder('utf-8', { fatal: true });
const broken = (message: string, cause?: unknown): ServiceFault => new ServiceFault('SerializationException', message, {}, { cause });

/** The JSON of a body, or undefined for an empty one. Depth and number of members are capped before anything is parsed, so a small body cannot cost much. */
export function readJson(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  holdCaps(body);
  try {
    return JSON.parse(utf8.decode(body)) as unknown;
  } catch (cause) {
    throw broken('Could not parse the request body as JSON', cause);
  }
}

function holdCaps(body: Buffer): void {
  let depth = 0;
  let members = 0;
  let inString = false;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at];
    if (inString) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      if (++depth > MAX_DEPTH) throw broken(`The request body is nested deeper than ${MAX_DEPTH} levels`);
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) depth--;
    else if (byte === COMMA && ++members > MAX_MEMBERS) throw broken(`The request body has more than ${MAX_MEMBERS} members`);
  }
}
