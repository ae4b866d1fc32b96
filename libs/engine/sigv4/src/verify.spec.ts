import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { describe, expect, it } from 'vitest';
import { signingKey, type SignedMessage } from './canonical.js';
import { compare, objectTo, readClaim, type Claim } from './verify.js';

const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const now = new Date('2026-11-20T08:42:00Z');
const expectation = { region: 'us-east-1', service: 'apigateway', nowMs: now.getTime() };

interface Sent { method: string; path: string; query?: Record<string, string | string[]>; headers?: Record<string, string>; body?: string }

async function signed({ method, path, query = {}, headers = {}, body = '' }: Sent, presign = false): Promise<SignedMessage> {
  const signer = new SignatureV4({ service: 'apigateway', region: 'us-east-1', sha256: Sha256, credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: secret } });
  const request = { method, protocol: 'http:', hostname: 'localhost', path, query, headers: { host: 'localhost:4000', ...headers }, body };
  const out = presign ? await signer.presign(request, { signingDate: now, expiresIn: 60 }) : await signer.sign(request, { signingDate: now });
  const rawQuery = Object.entries(out.query ?? {}).flatMap(([name, value]) => [value].flat().map(one => `${encodeURIComponent(name)}=${encodeURIComponent(one ?? '')}`)).join('&');
  return { method, rawPath: path, rawQuery, rawHeaders: Object.entries(out.headers).flat(), body: Buffer.from(body) };
}

function verdict(message: SignedMessage, nowMs = now.getTime(), withSecret = secret): string {
  const claim = readClaim(message);
  if (claim.refused) return claim.code + ': ' + claim.message;
  const objection = objectTo(claim, { ...expectation, nowMs }) ?? compare(claim, message, signingKey(withSecret, claim.date, claim.region, claim.service));
  return objection ? objection.code + ': ' + objection.message : 'holds';
}

const plain: Sent = { method: 'POST', path: '/restapis', query: { mode: 'import', b: ['2', '1'], 'a b': 'ü/+' }, headers: { 'content-type': 'application/json' }, body: '{"name":"x"}' };

describe('SigV4', () => {
  it('refuses a changed body, path, query, header and another secret', async () => {
    const good = await signed(plain);
    const changes: SignedMessage[] = [
      { ...good, body: Buffer.from('{"name":"y"}') },
      { ...good, rawPath: '/restapis/' },
      { ...good, rawQuery: `${good.rawQuery}&c=1` },
      { ...good, method: 'PUT' },
      { ...good, rawHeaders: good.rawHeaders.map(part => (part === 'application/json' ? 'text/plain' : part)) },
    ];
    for (const changed of changes) expect(verdict(changed)).toMatch(/^InvalidSignatureException: The request signature we calculated/);
    expect(verdict(good, now.getTime(), 'another')).toMatch(/^InvalidSignatureException/);
  });

  it('refuses a body that is not the one its x-amz-content-sha256 names', async () => {
    const message = await signed({ ...plain, headers: { ...plain.headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } });
    expect(verdict(message)).toMatch(/^InvalidSignatureException/);
  });

  it('refuses a signature six minutes old and one six minutes early, in AWS\'s words', async () => {
    const message = await signed(plain);
    expect(verdict(message, now.getTime() + 360_000)).toBe('InvalidSignatureException: Signature expired: 20261120T084200Z is now earlier than 20261120T084300Z (20261120T084800Z - 5 min.)');
    expect(verdict(message, now.getTime() - 360_000)).toBe('InvalidSignatureException: Signature not yet current: 20261120T084200Z is still later than 20261120T084100Z (20261120T083600Z + 5 min.)');
    expect(verdict(message, now.getTime() + 290_000)).toBe('holds');
  });

  it('refuses another region, another service, a scope of another day and an unsigned host', async () => {
    const message = await signed(plain);
    const claim = readClaim(message) as Claim;
    expect(objectTo({ ...claim, region: 'eu-west-1' }, expectation)?.message).toBe("Credential should be scoped to a valid region, not 'eu-west-1'. ");
    expect(objectTo({ ...claim, service: 's3' }, expectation)?.message).toBe("Credential should be scoped to correct service: 'apigateway'. ");
    expect(objectTo({ ...claim, date: '20261119' }, expectation)?.code).toBe('InvalidSignatureException');
    expect(compare({ ...claim, signedHeaders: ['x-amz-date'] }, message, signingKey(secret, claim.date, claim.region, claim.service))?.message).toContain("'Host'");
  });

  it('refuses headers that cannot be read, each with the sentence AWS has for it', () => {
    const withHeader = (authorization: string): SignedMessage => ({ method: 'GET', rawPath: '/', rawQuery: '', rawHeaders: ['Host', 'x', 'Authorization', authorization], body: Buffer.alloc(0) });
    expect(verdict({ method: 'GET', rawPath: '/', rawQuery: '', rawHeaders: [], body: Buffer.alloc(0) })).toBe('MissingAuthenticationTokenException: Missing Authentication Token');
    expect(verdict(withHeader('Basic abc'))).toMatch(/^IncompleteSignatureException: Unsupported AWS 'algorithm'/);
    expect(verdict(withHeader('AWS4-HMAC-SHA256 Credential'))).toMatch(/missing equal-sign/);
    expect(verdict(withHeader('AWS4-HMAC-SHA256 Credential=a/b/c'))).toMatch(/requires 'Signature' parameter\. .*requires 'SignedHeaders'/);
  });

  it('accepts what AWS\'s own signer signs: escaped paths, ARNs, repeated and odd query values, presigned URLs', async () => {
    expect(verdict(await signed(plain))).toBe('holds');
    expect(verdict(await signed({ method: 'GET', path: '/tags/arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A%2Frestapis%2Fabc' }))).toBe('holds');
    expect(verdict(await signed({ method: 'GET', path: '/restapis/a/stages/%24default//x/../y' }))).toBe('holds');
    const presigned = await signed({ method: 'GET', path: '/restapis' }, true);
    expect(verdict(presigned)).toBe('holds');
    expect(verdict(presigned, now.getTime() + 61_000)).toMatch(/^InvalidSignatureException: Signature expired/);
  });
});
