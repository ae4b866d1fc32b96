import { isHeaderName, isHeaderValue, toHeaderValue, type HeaderList } from '@gatehouse/contract-text';
import type { TestInvocation } from '@gatehouse/contract-snapshot';

/** A test call in the form in which a socket would have brought it: every character one byte, and none that could end a line of a head. */
export interface TestRequest { readonly path: string; readonly query: string; readonly headers: HeaderList }

/** Everything that cannot stand in a request line as it is: blanks, controls, and whatever is not ASCII. */
const UNSENDABLE = /[^\x21-\x7e]+/g;

/**
 * Nobody has checked a test call as the listeners check a caller's bytes, and heads are written as Latin-1, in which `U+010A` would be a line feed.
 * The address is escaped where a browser would escape it, header values go as UTF-8. Throws for a header that no socket could have brought.
 */
export function testRequestOf({ pathWithQuery, headers: given }: Pick<TestInvocation, 'pathWithQuery' | 'headers'>): TestRequest {
  const address = pathWithQuery.toWellFormed().replace(UNSENDABLE, encodeURIComponent);
  const at = address.indexOf('?');
  const headers = given.map((text, i) => (i % 2 === 0 ? text : toHeaderValue(text)));
  for (let i = 0; i < headers.length; i += 2) {
    if (!isHeaderName(headers[i]!) || !isHeaderValue(headers[i + 1] ?? '')) throw new Error('a header of the test call cannot be sent');
  }
  return at < 0 ? { path: address, query: '', headers } : { path: address.slice(0, at), query: address.slice(at + 1), headers };
}
