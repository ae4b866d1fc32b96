import { BlockList, isIPv4, isIPv6 } from 'node:net';

type Range = readonly [address: string, prefix: number];

/** Never reached, whatever the settings: link-local and metadata addresses, multicast, broadcast and reserved ranges. */
const NEVER: readonly Range[] = [
  ['169.254.0.0', 16], ['100.100.100.200', 32], ['192.0.0.192', 32], ['224.0.0.0', 4], ['240.0.0.0', 4], ['192.0.2.0', 24], ['198.51.100.0', 24], ['203.0.113.0', 24],
  ['fe80::', 10], ['fec0::', 10], ['fd00:ec2::', 32], ['ff00::', 8], ['100::', 64], ['2001:db8::', 32],
];
/** Reached only by setting: loopback, private and shared ranges, and the addresses that mean this host. */
const PRIVATE: readonly Range[] = [
  ['127.0.0.0', 8], ['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['100.64.0.0', 10], ['198.18.0.0', 15], ['192.0.0.0', 24], ['0.0.0.0', 8],
  ['::1', 128], ['::', 128], ['fc00::', 7],
];

function listOf(ranges: readonly Range[]): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of ranges) list.addSubnet(address, prefix, isIPv4(address) ? 'ipv4' : 'ipv6');
  return list;
}

const never = listOf(NEVER);
const privates = listOf(PRIVATE);

/** Says whether a RESOLVED address may be connected to. Names are never judged: only what they turned out to mean. */
export type AddressPolicy = (address: string) => boolean;

export function addressPolicy(outboundPrivate: 'allow' | 'deny'): AddressPolicy {
  return address => {
    const inner = innerIPv4(address);
    const plain = inner ?? address.replace(/%.*$/, '');
    if (!isIPv4(plain) && !isIPv6(plain)) return false;
    const family = isIPv4(plain) ? 'ipv4' : 'ipv6';
    return !never.check(plain, family) && (outboundPrivate === 'allow' || !privates.check(plain, family));
  };
}

/** Prefixes under which IPv6 carries an IPv4 address: mapped, compatible, NAT64, 6to4. The last 32 bits (6to4: the second 32) are judged. */
function innerIPv4(address: string): string | null {
  if (!isIPv6(address)) return null;
  const words = wordsOf(address);
  if (words === null) return null;
  const head = words.slice(0, 6);
  const last = [words[6] ?? 0, words[7] ?? 0] as const;
  const isZero = (list: readonly number[]): boolean => list.every(word => word === 0);
  if (isZero(head.slice(0, 5)) && head[5] === 0xffff) return dotted(last);
  if (isZero(head) && (last[0] !== 0 || last[1] > 1)) return dotted(last);
  if (head[0] === 0x64 && head[1] === 0xff9b && isZero(head.slice(2))) return dotted(last);
  if (head[0] === 0x2002) return dotted([head[1] ?? 0, head[2] ?? 0]);
  return null;
}

const dotted = ([high, low]: readonly [number, number]): string => [high >> 8, high & 255, low >> 8, low & 255].join('.');

function wordsOf(address: string): readonly number[] | null {
  const text = address.replace(/%.*$/, '').replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) => `${((Number(a) << 8) | Number(b)).toString(16)}:${((Number(c) << 8) | Number(d)).toString(16)}`);
  const [left = '', right] = text.split('::');
  const words = (part: string): number[] => (part === '' ? [] : part.split(':').map(word => Number.parseInt(word, 16)));
  const head = words(left), tail = right === undefined ? [] : words(right);
  const all = right === undefined ? head : [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail];
  return all.length === 8 ? all : null;
}
