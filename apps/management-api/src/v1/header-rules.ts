import { badRequest } from '@gatehouse/contract-wire';

const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
/** Controls would end or split a head; only a tab may stand in a value. */
const VALUE = /^[\t\x20-\x7e\x80-\u{10ffff}]*$/u;

/** Refuses what no request could carry, before somebody tries to send it. */
export function checkHeader(name: string, value: string): void {
  if (!NAME.test(name) || !VALUE.test(value)) throw badRequest(`Invalid header specified: ${name.slice(0, 200)}`);
}
