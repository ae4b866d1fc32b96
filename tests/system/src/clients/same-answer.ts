import { type World } from './tour.js';

/** What differs from call to call, whoever calls. */
const VOLATILE: readonly (readonly [RegExp, string])[] = [
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g, '<date>'], [/\d{4}-\d\d-\d\d_\d\d-\d\dZ/g, '<date>'], [/\w{3} \w{3} \d\d \d\d:\d\d:\d\d UTC \d{4}/g, '<date>'], [/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '<request>'], [/\bd-[a-z0-9]{10}\b/g, '<target>'],
  [/\b\d+ ms\b/g, '<ms>'], [/Root=1-[0-9a-f]{8}-[0-9a-f]{24}/g, '<trace>'],
];
const DATES = /^(createdDate|lastUpdatedDate|expirationDate|certificateUploadDate|regionalCertificateUploadDate)$/;

/** An answer in the words that both clients share: dates, latencies and keys of their own are named instead of told, and lists whose order follows random ids are sorted. */
export function shared(value: unknown, world: World): unknown {
  return tidy(JSON.parse(withoutIds(JSON.stringify(value), world)) as unknown);
}

/** The same for a text. */
export function withoutIds(text: string, { prefix, ids }: World): string {
  let out = text.replaceAll(`${prefix}.clients.`, '<client>.clients.').replaceAll(`of-the-client-${prefix}`, 'of-the-client');
  for (const [name, id] of [...ids].sort((a, b) => b[1].length - a[1].length)) out = out.replaceAll(id, `<${name}>`);
  for (const [pattern, name] of VOLATILE) out = out.replace(pattern, name);
  return out;
}

function tidy(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(tidy);
    return items.every(item => typeof item === 'object') ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, tellMember(name, item)] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function tellMember(name: string, item: unknown): unknown {
  if (DATES.test(name)) return '<date>';
  if (name === 'latency') return '<latency>';
  if (name === 'pemEncodedCertificate') return String(item).split('\n', 1)[0];
  return tidy(item);
}

/** Members that an answer has and another lacks, by their names. The rest must be the same. */
export function extras(more: unknown, less: unknown, at = ''): { readonly names: readonly string[]; readonly rest: unknown } {
  if (Array.isArray(more) && Array.isArray(less) && more.length === less.length) {
    const items = more.map((item, index) => extras(item, less[index], at));
    return { names: items.flatMap(item => item.names), rest: items.map(item => item.rest) };
  }
  if (!isObject(more) || !isObject(less)) return { names: [], rest: more };
  const known = Object.entries(more).filter(([name]) => Object.hasOwn(less, name)).map(([name, item]) => [name, extras(item, less[name], name)] as const);
  const names = Object.keys(more).filter(name => !Object.hasOwn(less, name));
  return { names: [...names, ...known.flatMap(([, item]) => item.names)], rest: Object.fromEntries(known.map(([name, item]) => [name, item.rest])) };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
