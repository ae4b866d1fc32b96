/** The segments of a JSON pointer, unescaped (`~1` is a slash, `~0` a tilde). `/` alone is one empty segment. */
export const parsePointer = (pointer: string): readonly string[] => pointer.split('/').slice(1).map(unescapeSegment);
/** One segment as it reads inside a pointer. */
export const escapeSegment = (segment: string): string => segment.replaceAll('~', '~0').replaceAll('/', '~1');
/** One segment as it was before it was put into a pointer. */
export const unescapeSegment = (segment: string): string => segment.replaceAll('~1', '/').replaceAll('~0', '~');
