import { describe, expect, it } from 'vitest';
import { addressPolicy } from './address-policy.js';

const open = addressPolicy('allow'), closed = addressPolicy('deny');

describe('addressPolicy', () => {
  it.each([
    '169.254.169.254', '169.254.0.1', '100.100.100.200', '192.0.0.192', '224.0.0.1', '255.255.255.255', 'fe80::1', 'fe80::1%eth0', 'fd00:ec2::254', 'ff02::1', '::ffff:169.254.169.254', '::ffff:a9fe:a9fe',
    '64:ff9b::169.254.169.254', '64:ff9b::a9fe:a9fe', '2002:a9fe:a9fe::', '::169.254.169.254', 'localhost', '', '1.2.3', 'nonsense',
  ])('%s is never reached', address => {
    expect([open(address), closed(address)]).toEqual([false, false]);
  });

  it.each(['127.0.0.1', '127.9.9.9', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '0.0.0.0', '::1', '::', 'fd12::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '64:ff9b::10.0.0.1', '2002:7f00:1::', '::ffff:0:7f00:1'.replace('ffff:0:', 'ffff:')])('%s is reached only by setting', address => {
    expect([open(address), closed(address)]).toEqual([true, false]);
  });

  it.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.63.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8', '2002:808:808::'])('%s is reached', address => {
    expect([open(address), closed(address)]).toEqual([true, true]);
  });
});
