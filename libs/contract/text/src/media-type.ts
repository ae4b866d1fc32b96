/** The MIME type of a Content-Type or Accept value: parameters and blanks cut, lower case. An empty or missing value is null. */
export function mimeOf(value: string | null): string | null {
  if (value === null) return null;
  const end = value.indexOf(';');
  const mime = (end < 0 ? value : value.slice(0, end)).trim().toLowerCase();
  return mime === '' ? null : mime;
}

/** The first media type that an Accept value names, or null. */
export const firstMimeOf = (accept: string | null): string | null => (accept === null ? null : mimeOf(accept.split(',', 1)[0] ?? null));
