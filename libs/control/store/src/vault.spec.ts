import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newSealedDataKey, openDataKey, Vault } from './vault.js';

const master = randomBytes(32);
const sealedKey = newSealedDataKey(master, 'k1');
const vault = new Vault(openDataKey(master, sealedKey, 'k1'), master);

describe('Vault', () => {
  it('refuses a sealed value that was moved to another row', () => {
    expect(() => vault.unseal(vault.seal('secret', 'row-a'), 'row-b')).toThrow();
  });
  it('refuses a sealed value with one bit changed', () => {
    const sealed = vault.seal('secret', 'row-a');
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    bytes[14]! ^= 1;
    expect(() => vault.unseal(`v1.${bytes.toString('base64url')}`, 'row-a')).toThrow();
  });
  it('refuses to open its data key with another master key', () => {
    expect(() => openDataKey(randomBytes(32), sealedKey, 'k1')).toThrow();
  });
  it('opens what it sealed, and never seals the same way twice', () => {
    expect(vault.unseal(vault.seal('grüß', 'r'), 'r')).toBe('grüß');
    expect(vault.seal('x', 'r')).not.toBe(vault.seal('x', 'r'));
  });
  it('digests alike on every process that holds the same master key', () => {
    const twin = new Vault(openDataKey(master, sealedKey, 'k1'), master);
    expect(twin.digest('abc')).toBe(vault.digest('abc'));
    expect(vault.digest('abc')).toMatch(/^[0-9a-f]{64}$/);
  });
});
