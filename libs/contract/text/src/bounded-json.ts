/** JSON that is nested deeper than anything honest, or no JSON at all. */
export class UnreadableJson extends Error {}

const MAX_DEPTH = 200;
const QUOTE = 34, BACKSLASH = 92, OPEN_BRACE = 123, CLOSE_BRACE = 125, OPEN_BRACKET = 91, CLOSE_BRACKET = 93;

/** Reads JSON whose nesting is checked before it is parsed: what comes out can be walked and written again without using the stack up. */
export function parseBoundedJson(text: string): unknown {
  if (depthOf(text) > MAX_DEPTH) throw new UnreadableJson(`nested deeper than ${MAX_DEPTH}`);
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new UnreadableJson('not JSON', { cause });
  }
}

function depthOf(text: string): number {
  let depth = 0, deepest = 0, isInString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isInString) {
      if (code === BACKSLASH) i++;
      else if (code === QUOTE) isInString = false;
    } else if (code === QUOTE) isInString = true;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) deepest = Math.max(deepest, ++depth);
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth--;
  }
  return deepest;
}
