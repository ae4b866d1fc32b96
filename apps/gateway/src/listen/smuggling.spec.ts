import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { api, method, proxyTo } from '../../test/documents.js';
import { RawClient } from '../../test/raw-client.js';
import { RawOrigin } from '../../test/raw-origin.js';
import { RunningGateway } from '../../test/running-gateway.js';

const HOST = 'Host: api1.execute-api.localhost\r\n';
const get = (extra: string, target = '/prod/x'): string => `GET ${target} HTTP/1.1\r\n${HOST}${extra}\r\n`;
const post = (extra: string, body: string): string => `POST /prod/x HTTP/1.1\r\n${HOST}${extra}\r\n${body}`;
const CHUNKED = 'Transfer-Encoding: chunked\r\n';

/** Every payload is refused, and not one byte of it reaches a backend. */
const REFUSED: Readonly<Record<string, string>> = {
  'no Host': 'GET /prod/x HTTP/1.1\r\n\r\n',
  'empty Host': 'GET /prod/x HTTP/1.1\r\nHost:\r\n\r\n',
  'two Hosts': get('Host: evil\r\n'),
  'two equal Hosts': get(HOST),
  'Host with a user': 'GET /prod/x HTTP/1.1\r\nHost: user@api1.execute-api.localhost\r\n\r\n',
  'Host with a path': 'GET /prod/x HTTP/1.1\r\nHost: api1.execute-api.localhost/x\r\n\r\n',
  'Host with a list': 'GET /prod/x HTTP/1.1\r\nHost: api1.execute-api.localhost, evil\r\n\r\n',
  'Host with a blank': 'GET /prod/x HTTP/1.1\r\nHost: api1.execute-api.localhost evil\r\n\r\n',
  'Host with two ports': 'GET /prod/x HTTP/1.1\r\nHost: api1.execute-api.localhost:80:80\r\n\r\n',
  'no Host on HTTP/1.0': 'GET /prod/x HTTP/1.0\r\n\r\n',
  'absolute-form': get('', 'http://api1.execute-api.localhost/prod/x'),
  'absolute-form to elsewhere': get('', 'http://evil/prod/x'),
  'asterisk-form': get('', '*'),
  'OPTIONS *': `OPTIONS * HTTP/1.1\r\n${HOST}\r\n`,
  'authority-form': get('', 'api1.execute-api.localhost:80'),
  'CONNECT': `CONNECT api1.execute-api.localhost:80 HTTP/1.1\r\n${HOST}\r\n`,
  'a target without a slash': get('', 'prod/x'),
  'a fragment': get('', '/prod/x#y'),
  'a blank in the target': get('', '/prod/x y'),
  'a control in the target': get('', '/prod/x\x01'),
  'DEL in the target': get('', '/prod/x\x7f'),
  'a high byte in the target': get('', '/prod/x\xe9'),
  'a pipe in the query': get('', '/prod/x?a=|'),
  'dot segments': get('', '/prod/../admin'),
  'encoded dot segments': get('', '/prod/%2e%2E/admin'),
  'half encoded dot segments': get('', '/prod/x/.%2e'),
  'a single dot segment': get('', '/prod/./x'),
  'a backslash in the path': get('', '/prod/..\\admin'),
  'HTTP/2.0 as text': 'GET /prod/x HTTP/2.0\r\nHost: api1.execute-api.localhost\r\n\r\n',
  'HTTP/1.2': 'GET /prod/x HTTP/1.2\r\nHost: api1.execute-api.localhost\r\n\r\n',
  'HTTP/0.9': 'GET /prod/x\r\n\r\n',
  'a lower-case method': 'get /prod/x HTTP/1.1\r\nHost: api1.execute-api.localhost\r\n\r\n',
  'bare LF line ends': 'GET /prod/x HTTP/1.1\nHost: api1.execute-api.localhost\n\n',
  'a bare LF in a head': get('X: a\nY: b\r\n'),
  'a bare CR in a value': get('X: a\rb\r\n'),
  'a folded header': get('X: a\r\n b\r\n'),
  'a folded Host': 'GET /prod/x HTTP/1.1\r\nHost:\r\n api1.execute-api.localhost\r\n\r\n',
  'a blank before the first header': 'GET /prod/x HTTP/1.1\r\n Host: api1.execute-api.localhost\r\n\r\n',
  'a blank before a colon': get('X : a\r\n'),
  'a blank before the colon of a length': post('Content-Length : 3\r\n', 'abc'),
  'a header without a name': get(': a\r\n'),
  'a header without a colon': get('X\r\n'),
  'NUL in a value': get('X: a\0b\r\n'),
  'a control in a value': get('X: a\x01b\r\n'),
  'a control in a name': get('X\x01: a\r\n'),
  'a length and chunks': post(`Content-Length: 3\r\n${CHUNKED}`, '0\r\n\r\n'),
  'chunks and a length': post(`${CHUNKED}Content-Length: 3\r\n`, '0\r\n\r\n'),
  'two lengths': post('Content-Length: 3\r\nContent-Length: 4\r\n', 'abcd'),
  'two equal lengths': post('Content-Length: 3\r\nContent-Length: 3\r\n', 'abc'),
  'a list of lengths': post('Content-Length: 3, 3\r\n', 'abc'),
  'a signed length': post('Content-Length: +3\r\n', 'abc'),
  'a negative length': post('Content-Length: -3\r\n', 'abc'),
  'a hexadecimal length': post('Content-Length: 0x3\r\n', 'abc'),
  'an empty length': post('Content-Length:\r\n', 'abc'),
  'a length with a fraction': post('Content-Length: 3.0\r\n', 'abc'),
  'an endless length': post('Content-Length: 99999999999999999999999\r\n', 'abc'),
  'identity, chunked': post('Transfer-Encoding: identity, chunked\r\n', '0\r\n\r\n'),
  'chunked, identity': post('Transfer-Encoding: chunked, identity\r\n', '0\r\n\r\n'),
  'gzip, chunked': post('Transfer-Encoding: gzip, chunked\r\n', '0\r\n\r\n'),
  'identity': post('Transfer-Encoding: identity\r\n', 'abc'),
  'x-chunked': post('Transfer-Encoding: xchunked\r\n', '0\r\n\r\n'),
  'an empty coding': post('Transfer-Encoding:\r\n', '0\r\n\r\n'),
  'a comma before chunked': post('Transfer-Encoding: ,chunked\r\n', '0\r\n\r\n'),
  'chunked in quotes': post('Transfer-Encoding: "chunked"\r\n', '0\r\n\r\n'),
  'a vertical tab before chunked': post('Transfer-Encoding: \x0bchunked\r\n', '0\r\n\r\n'),
  'two codings': post(`${CHUNKED}${CHUNKED}`, '0\r\n\r\n'),
  'a coding with a parameter': post('Transfer-Encoding: chunked;q=1\r\n', '0\r\n\r\n'),
  'a coding on HTTP/1.0': `POST /prod/x HTTP/1.0\r\n${HOST}${CHUNKED}\r\n0\r\n\r\n`,
  'a chunk size with 0x': post(CHUNKED, '0x3\r\nabc\r\n0\r\n\r\n'),
  'a chunk size that is no number': post(CHUNKED, 'zz\r\nabc\r\n0\r\n\r\n'),
  'a signed chunk size': post(CHUNKED, '+3\r\nabc\r\n0\r\n\r\n'),
  'an empty chunk size': post(CHUNKED, '\r\nabc\r\n0\r\n\r\n'),
  'an endless chunk size': post(CHUNKED, 'ffffffffffffffffff\r\nabc\r\n0\r\n\r\n'),
  'a bare LF behind a chunk size': post(CHUNKED, '3\nabc\r\n0\r\n\r\n'),
  'a bare LF in a chunk extension': post(CHUNKED, '3;x\nabc\r\n0\r\n\r\n'),
  'a head larger than it may be': get(`X: ${'a'.repeat(30_000)}\r\n`),
  'a target larger than it may be': get('', `/prod/${'a'.repeat(30_000)}`),
};

describe.each(['raw', 'node'] as const)('the %s listener', listener => {
let origin: RawOrigin;
let gateway: RunningGateway;
beforeAll(async () => {
  origin = await new RawOrigin().start();
  gateway = await new RunningGateway({ listener }).start();
  gateway.serve(api('api1', { '/{proxy+}': [method('ANY', { integration: proxyTo(origin.base) })] }));
});
afterAll(async () => {
  await gateway.stop();
  await origin.stop();
});

describe('nothing ambiguous reaches a backend', () => {
  it.each(Object.entries(REFUSED))('%s', async (_name, payload) => {
    const client = new RawClient(gateway.port).send(payload);
    await client.until(() => client.isClosed);
    expect(client.received).toMatch(/^(?:HTTP\/1\.1 4\d\d |$)/);
    expect(client.received.split('HTTP/1.1 ').length).toBeLessThanOrEqual(2);
    expect(client.isClosed).toBe(true);
    expect(origin.all).toBe('');
  });

  it('never serves what stands behind a refused request on the same connection', async () => {
    const client = new RawClient(gateway.port).send(get('Host: evil\r\n') + get(''));
    await client.until(() => client.isClosed);
    expect(client.received).toMatch(/^HTTP\/1\.1 400 /);
    expect(origin.all).toBe('');
  });

  it('cuts a chunked body off when it turns invalid after the head: no complete request arrives', async () => {
    const client = new RawClient(gateway.port).send(post(CHUNKED, '3\r\nabc\r\n'));
    await client.until(() => origin.all.includes('abc'));
    client.send('zz\r\nxyz\r\n0\r\n\r\n');
    await client.until(() => client.isClosed);
    expect(origin.all).not.toMatch(/0\r\n\r\n$/);
    expect(origin.all).not.toContain('xyz');
  });

  it('serves an honest request all the same, exactly once', async () => {
    origin.behave((socket, bytes) => { if (bytes.endsWith('\r\n\r\n')) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'); });
    const client = new RawClient(gateway.port).send(get('X-Obs: caf\xe9\r\n'));
    await client.until(() => client.received.endsWith('ok'));
    expect(client.received).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(origin.all.split('GET /x HTTP/1.1').length).toBe(2);
    expect(origin.all).toContain('X-Obs: caf\xe9\r\n');
    client.close();
  });
});
});
