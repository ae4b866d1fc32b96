import { createPrivateKey, randomBytes } from 'node:crypto';
import 'reflect-metadata';
import { BasicConstraintsExtension, ExtendedKeyUsage, ExtendedKeyUsageExtension, KeyUsageFlags, KeyUsagesExtension, X509CertificateGenerator } from '@peculiar/x509';

/** AWS's certificates live for a year. */
const LIFE_MS = 365 * 86_400_000;
const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 };

/** A certificate that signs itself, for TLS clients, and its key in PEM (PKCS #8). */
export interface SelfSigned { readonly certificatePem: string; readonly privateKeyPem: string; readonly expiresAt: Date }

/** Makes a key pair and a certificate of 365 days. RSA, because old backends read nothing else. */
export async function newSelfSigned(commonName: string, now: Date): Promise<SelfSigned> {
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const expiresAt = new Date(Math.floor((now.getTime() + LIFE_MS) / 1_000) * 1_000);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    // Positive, and never twice.
    serialNumber: `01${randomBytes(15).toString('hex')}`,
    name: `CN=${commonName}, O=Gatehouse`,
    notBefore: new Date(now.getTime() - 60_000), notAfter: expiresAt,
    signingAlgorithm: ALGORITHM, keys,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true), new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.keyEncipherment, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth]),
    ],
  });
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  const privateKeyPem = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }).export({ format: 'pem', type: 'pkcs8' }).toString();
  return { certificatePem: `${certificate.toString('pem').trim()}\n`, privateKeyPem, expiresAt };
}
