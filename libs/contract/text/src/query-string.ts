/** One query parameter, decoded. */
export type QueryPair = readonly [name: string, value: string];

/** Decodes one component: `+` is a blank, a percent sequence that is not UTF-8 stays as it was written. */
export function decodeQueryComponent(text: string): string {
  if (!text.includes('%') && !text.includes('+')) return text;
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/** The parameters of a raw query in order, decoded. `&` and `;` both separate, as AWS does it; a name without `=` has an empty value. */
export function parseQuery(raw: string): readonly QueryPair[] {
  if (raw === '') return [];
  const pairs: QueryPair[] = [];
  for (const part of raw.split(/[&;]/)) {
    if (part === '') continue;
    const at = part.indexOf('=');
    pairs.push(at < 0 ? [decodeQueryComponent(part), ''] : [decodeQueryComponent(part.slice(0, at)), decodeQueryComponent(part.slice(at + 1))]);
  }
  return pairs;
}

const escape = (char: string): string => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;

/** Percent-encodes everything but the unreserved characters of RFC 3986, so a value can never add a parameter, a segment or a fragment. */
export const encodeComponent = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(/[!'()*]/g, escape);
