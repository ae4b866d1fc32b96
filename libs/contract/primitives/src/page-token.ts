/** A page's place in a list: the sort key of its last row, opaque to the caller. */
export const encodePageToken = (key: readonly string[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** Reads a page token back, or answers null when nobody of ours made it. */
export function decodePageToken(token: string): readonly string[] | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    return Array.isArray(key) && key.every(part => typeof part === 'string') ? key : null;
  } catch {
    return null;
  }
}
