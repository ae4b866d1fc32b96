/** One spelling for one address: an IPv4 address that came over an IPv6 socket is written as IPv4 before any policy, log or event sees it. */
export function canonicalAddress(address: string | undefined): string {
  if (!address) return '';
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  return bare.toLowerCase().startsWith('::ffff:') && bare.includes('.') ? bare.slice(7) : bare;
}
