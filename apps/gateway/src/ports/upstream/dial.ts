import { lookup } from 'node:dns';
import { connect as connectTcp, isIP, type OnReadOpts, type Socket } from 'node:net';
import type { LookupFunction } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Origin } from '@gatehouse/data-exchange';
import type { AddressPolicy } from './address-policy.js';
import { RefusedAddress } from './faults.js';

/** Reads addresses as usual and leaves out those that may not be reached; the check and the connect see the same answer, so a name cannot change between them. */
const guardedLookup = (isAllowed: AddressPolicy): LookupFunction => (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, '', 0);
    const allowed = addresses.filter(({ address }) => isAllowed(address));
    const [first] = allowed;
    if (first === undefined) return callback(new RefusedAddress(`${hostname} is ${addresses.map(({ address }) => address).join(', ')}`), '', 0);
    if (options.all) return callback(null, allowed);
    return callback(null, first.address, first.family);
  });
};

/** Opens a socket to a backend. Redirects are nobody's business here: an answer is an answer. */
export function dial(origin: Origin, isAllowed: AddressPolicy, onread: OnReadOpts): Socket {
  const { host, port, isSecure, insecureSkipVerification, serverName = origin.host } = origin;
  // A literal address is never looked up, so it is judged here.
  if (isIP(host) !== 0 && !isAllowed(host)) throw new RefusedAddress(host);
  const options = { host, port, noDelay: true, onread, lookup: guardedLookup(isAllowed), autoSelectFamily: true };
  if (!isSecure) return connectTcp(options);
  return connectTls({ ...options, ...(isIP(serverName) === 0 ? { servername: serverName } : {}), ALPNProtocols: ['http/1.1'], rejectUnauthorized: !insecureSkipVerification });
}
