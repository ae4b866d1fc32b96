import { duplicateKey, InvalidDocument, LIMITS, tooDeep, tooLarge } from './invalid-document.js';
import { type Plain } from './plain.js';

const QUOTE = 34, COMMA = 44, COLON = 58, BACKSLASH = 92, OPEN_BRACE = 123, CLOSE_BRACE = 125, OPEN_BRACKET = 91, CLOSE_BRACKET = 93;

/** Reads JSON whose depth, size and keys were checked before anything was built; null = it is no JSON. */
export function parseJson(text: string): { readonly value: Plain } | null {
  checkShape(text);
  try {
    return { value: JSON.parse(text) as Plain };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Walks the text once. It relies on no grammar, so broken JSON passes here and fails in the parser. */
function checkShape(text: string): void {
  const open: (Set<string> | null)[] = [];
  let nodes = 1;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case QUOTE: {
        const end = endOfString(text, i);
        noteKey(text, i, end, open.at(-1) ?? null);
        i = end;
        break;
      }
      case OPEN_BRACE: open.push(new Set()); nodes++; break;
      case OPEN_BRACKET: open.push(null); nodes++; break;
      case CLOSE_BRACE: case CLOSE_BRACKET: open.pop(); break;
      case COMMA: nodes++; break;
    }
    if (open.length > LIMITS.depth) throw tooDeep();
    if (nodes > LIMITS.nodes) throw tooLarge(LIMITS.nodes);
  }
}

function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i++;
    else if (code === QUOTE) return i;
  }
  return text.length;
}

function noteKey(text: string, start: number, end: number, keys: Set<string> | null): void {
  if (!keys) return;
  let next = end + 1;
  while (next < text.length && text.charCodeAt(next) <= 32) next++;
  if (text.charCodeAt(next) !== COLON) return;
  const key = keyOf(text.slice(start, end + 1));
  if (keys.has(key)) throw duplicateKey(key);
  keys.add(key);
}

function keyOf(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return JSON.parse(quoted) as string;
  } catch (cause) {
    throw new InvalidDocument('unreadable', 'The document has a key that is no JSON text.', { cause });
  }
}
