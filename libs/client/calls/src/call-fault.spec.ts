import { describe, expect, it } from 'vitest';
import { faultOf, kindOf, lostNetwork } from './call-fault.js';

describe('a refused call', () => {
  it.each([
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [409, 'conflict'],
    [412, 'stale'],
    [429, 'throttled'],
    [400, 'invalid'],
    [415, 'invalid'],
    [500, 'server'],
    [503, 'server'],
  ] as const)('tells %i apart as %s', (status, kind) => expect(kindOf(status, null)).toBe(kind));

  it("hears AWS's 403 of somebody who is not signed in as such, and not as a refusal", () => {
    for (const code of ['MissingAuthenticationTokenException', 'ExpiredTokenException']) expect(kindOf(403, code)).toBe('unauthenticated');
    expect(kindOf(403, 'AccessDeniedException')).toBe('forbidden');
  });

  it("keeps the server's sentence, AWS's name of the fault and the time to wait", async () => {
    const fault = await faultOf(
      new Response('{"message":"Rate exceeded"}', {
        status: 429,
        headers: { 'x-amzn-ErrorType': 'TooManyRequestsException:', 'retry-after': '7', 'x-amzn-requestid': 'r-1' },
      }),
    );
    expect(fault).toMatchObject({
      message: 'Rate exceeded',
      code: 'TooManyRequestsException',
      retryAfterSeconds: 7,
      requestId: 'r-1',
      kind: 'throttled',
    });
  });

  it('says the status when the body is no JSON, and never shows a page of HTML', async () => {
    const fault = await faultOf(new Response('<html>bad gateway</html>', { status: 502, statusText: 'Bad Gateway' }));
    expect(fault.message).toBe('The server answered 502 Bad Gateway');
    expect((await faultOf(new Response('null', { status: 500 }))).message).toContain('500');
  });

  it('keeps the cause of a lost network', () => {
    const cause = new TypeError('fetch failed');
    expect(lostNetwork(cause)).toMatchObject({ kind: 'network', status: null, cause });
  });
});
