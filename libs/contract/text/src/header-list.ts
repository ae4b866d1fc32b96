/** Headers as they travelled: name, value, name, value ... in order, with their casing and their duplicates. */
export type HeaderList = readonly string[];

/** The first value of a header, or null. `lowerName` is written in lower case. */
export function headerOf(headers: HeaderList, lowerName: string): string | null {
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i]!;
    if (name.length === lowerName.length && (name === lowerName || name.toLowerCase() === lowerName)) return headers[i + 1]!;
  }
  return null;
}

/** Every value of a header, in order. */
export function headersOf(headers: HeaderList, lowerName: string): readonly string[] {
  const values: string[] = [];
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i]!;
    if (name.length === lowerName.length && name.toLowerCase() === lowerName) values.push(headers[i + 1]!);
  }
  return values;
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
// Bytes above 0x7f are legal in a value (obs-text); CR, LF, NUL and the other controls would end or split a head.
const SAFE_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
const ASCII = /^[\t\x20-\x7e]*$/;

/** True when the text can be a header name. */
export const isHeaderName = (name: string): boolean => TOKEN.test(name);
/** True when the text, written as Latin-1, can be a header value without ending its line. */
export const isHeaderValue = (value: string): boolean => SAFE_VALUE.test(value);
/** A header value in the bytes of UTF-8, read as Latin-1, which is how sockets write heads. Plain ASCII stays as it is. */
export const toHeaderValue = (text: string): string => (ASCII.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1'));
/** The other way: the text of a value as it travelled, for people to read. Bytes that are no UTF-8 are shown as Latin-1. */
export const fromHeaderValue = (value: string): string => {
  if (ASCII.test(value)) return value;
  const text = Buffer.from(value, 'latin1').toString('utf8');
  return text.includes('\ufffd') ? value : text;
};
