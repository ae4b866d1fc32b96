import { badRequest } from '@gatehouse/contract-wire';

const NAME = /^[\w!#$%&'*+.^`|~-]+$/;

/** Refuses what no request could carry, before somebody tries to send it. */
export function checkHeader(name: string, value: string): void {
  if (!NAME.test(name) || /[\r\n\0]/.test(value)) throw badRequest(`Invalid header specified: ${name.slice(0, 200)}`);
}
