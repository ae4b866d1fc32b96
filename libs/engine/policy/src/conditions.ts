import { BlockList, isIP } from 'node:net';
import { matchesWildcard } from './wildcard.js';

/** What is known of the request, by lower-case condition key, e.g. `aws:sourceip`. A key with several values is a list. */
export type ConditionContext = ReadonlyMap<string, readonly string[]>;

type Test = (actual: string, wanted: string) => boolean;
const number = (compare: (a: number, b: number) => boolean): Test => (a, b) => a.trim() !== '' && b.trim() !== '' && compare(Number(a), Number(b));
const date = (compare: (a: number, b: number) => boolean): Test => (a, b) => compare(instant(a), instant(b));
const instant = (text: string): number => (/^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text));

interface Operator { readonly test: Test; readonly negates: boolean }
const is = (test: Test): Operator => ({ test, negates: false });
const not = (test: Test): Operator => ({ test, negates: true });
const equals: Test = (a, b) => a === b;
const equalsAnyCase: Test = (a, b) => a.toLowerCase() === b.toLowerCase();

const OPERATORS: Readonly<Record<string, Operator>> = {
  StringEquals: is(equals), StringNotEquals: not(equals),
  StringEqualsIgnoreCase: is(equalsAnyCase), StringNotEqualsIgnoreCase: not(equalsAnyCase),
  StringLike: is(matchesAs), StringNotLike: not(matchesAs),
  ArnEquals: is(matchesAs), ArnLike: is(matchesAs), ArnNotEquals: not(matchesAs), ArnNotLike: not(matchesAs),
  NumericEquals: is(number((a, b) => a === b)), NumericNotEquals: not(number((a, b) => a === b)),
  NumericLessThan: is(number((a, b) => a < b)), NumericLessThanEquals: is(number((a, b) => a <= b)),
  NumericGreaterThan: is(number((a, b) => a > b)), NumericGreaterThanEquals: is(number((a, b) => a >= b)),
  DateEquals: is(date((a, b) => a === b)), DateNotEquals: not(date((a, b) => a === b)),
  DateLessThan: is(date((a, b) => a < b)), DateLessThanEquals: is(date((a, b) => a <= b)),
  DateGreaterThan: is(date((a, b) => a > b)), DateGreaterThanEquals: is(date((a, b) => a >= b)),
  Bool: is(equalsAnyCase), IpAddress: is(isWithin), NotIpAddress: not(isWithin),
};

/** Whether one condition holds; `null` when the operator is not known, and then the statement must not help the caller. */
export function holds(operatorName: string, key: string, wanted: readonly string[], context: ConditionContext): boolean | null {
  const actual = context.get(key) ?? [];
  if (operatorName === 'Null') return wanted.every(value => (value.toLowerCase() === 'true') === (actual.length === 0));
  const { name, ifExists, quantifier } = takeApart(operatorName);
  const operator = OPERATORS[name];
  if (operator === undefined) return null;
  if (actual.length === 0) return ifExists || quantifier === 'ForAllValues' || (operator.negates && quantifier === null);
  const accepts = (value: string): boolean => wanted.some(want => operator.test(value, want)) !== operator.negates;
  return quantifier === 'ForAllValues' || quantifier === null ? actual.every(accepts) : actual.some(accepts);
}

function takeApart(operatorName: string): { name: string; ifExists: boolean; quantifier: string | null } {
  const [quantifier, rest] = operatorName.includes(':') ? operatorName.split(':', 2) as [string, string] : [null, operatorName];
  return { name: rest.replace(/IfExists$/, ''), ifExists: rest.endsWith('IfExists'), quantifier };
}

function matchesAs(actual: string, wanted: string): boolean {
  return matchesWildcard(wanted, actual);
}

function isWithin(address: string, range: string): boolean {
  const [network = '', bits] = range.split('/');
  const family = isIP(network);
  if (family === 0 || isIP(address) !== family) return false;
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  const length = bits === undefined ? (family === 4 ? 32 : 128) : Number(bits);
  if (!Number.isInteger(length) || length < 0 || length > (family === 4 ? 32 : 128)) return false;
  list.addSubnet(network, length, kind);
  return list.check(address, kind);
}
