import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { api, integration, method, proxyTo } from '../../../test/documents.js';
import { eventually, pause, RawClient } from '../../../test/raw-client.js';
import { OK, RawOrigin } from '../../../test/raw-origin.js';
import { tlsOrigin } from '../../../test/tls-origin.js';
import { RunningGateway } from '../../../test/running-gateway.js';

const TIMEOUT_MS = 300;
describe.each(['raw', 'node'] as const)('behind the %s listener', listener => {
let origin: RawOrigin;
let gateway: RunningGateway;
beforeAll(async () => {
  origin = await new RawOrigin().start();
  gateway = await new RunningGateway({ listener }).start();
  gateway.serve(api('api1', { '/{proxy+}': [method('ANY', { integration: proxyTo(origin.base, { timeoutInMillis: TIMEOUT_MS }) })] }));
});
afterAll(async () => {
  await gateway.stop();
  await origin.stop();
});
beforeEach(async () => {
  origin.behave((socket, bytes) => { if (bytes.endsWith('\r\n\r\n')) socket.write(OK()); });
  // The gateway learns that the last test's connections are closed.
  await pause(15);
});

const ask = (target = '/prod/x', init = {}) => gateway.ask(target, init);
/** An origin that answers each whole head with these bytes. */
const answers = (...parts: readonly string[]) => origin.behave((socket, bytes) => { if (bytes.endsWith('\r\n\r\n')) parts.forEach((part, at) => setTimeout(() => socket.write(part, 'latin1'), at * 15)); });
const rawGet = (): RawClient => new RawClient(gateway.port).send('GET /prod/x HTTP/1.1\r\nHost: api1.execute-api.localhost\r\n\r\n');

describe('an answer that cannot be trusted', () => {
  it.each([
    ['no HTTP', 'hello\r\n\r\n'], ['another version', 'HTTP/2.0 200 OK\r\n\r\n'], ['a status that is none', 'HTTP/1.1 20 OK\r\n\r\n'], ['a length and chunks', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok!'], ['a list of lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\n\r\nok'], ['a coding beside chunked', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n'],
    ['chunks from HTTP/1.0', 'HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'], ['a folded header', 'HTTP/1.1 200 OK\r\nX: a\r\n b\r\nContent-Length: 0\r\n\r\n'], ['a blank before a colon', 'HTTP/1.1 200 OK\r\nContent-Length : 0\r\n\r\n'],
    ['NUL in a value', 'HTTP/1.1 200 OK\r\nX: a\0b\r\nContent-Length: 0\r\n\r\n'], ['a bare LF', 'HTTP/1.1 200 OK\r\nX: a\nY: b\r\nContent-Length: 0\r\n\r\n'], ['a bare CR', 'HTTP/1.1 200 OK\r\nX: a\rY\r\nContent-Length: 0\r\n\r\n'],
    ['more bytes than its length', `${OK()}HTTP/1.1 200 OK\r\n`], ['an upgrade', 'HTTP/1.1 101 Switching Protocols\r\n\r\n'], ['a chunk size that is none', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
    ['an endless head', `HTTP/1.1 200 OK\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`], ['interim answers without end', 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(50)],
  ])('%s · 504, and its connection is never used again', async (_name, bytes) => {
    answers(bytes);
    expect(await ask()).toMatchObject({ status: 504, body: '{"message": "Network error communicating with endpoint"}', headers: { 'x-amzn-errortype': 'InternalServerErrorException' } });
    await ask();
    expect(origin.sockets.length).toBe(2);
  });

  it('is cut off visibly when it turns bad after its head', async () => {
    answers('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n', 'zz\r\n');
    const client = await rawGet().until(() => false, 150);
    expect(client.isClosed).toBe(true);
    expect(client.received).toContain('abc');
    expect(client.received).not.toMatch(/0\r\n\r\n$/);
  });

  it('with unsolicited bytes behind it costs the connection, not the next request', async () => {
    origin.behave((socket, bytes) => { if (bytes.endsWith('\r\n\r\n')) { socket.write(OK()); setTimeout(() => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil'), 80); } });
    expect((await ask()).body).toBe('ok');
    await pause(160);
    expect((await ask()).body).toBe('ok');
    expect(origin.sockets.length).toBe(2);
  });
});

describe('a backend that is slow, gone or dead', () => {
  it('gets its total deadline: 504 with AWS\'s body, and its socket is destroyed', async () => {
    origin.behave(() => undefined);
    const started = performance.now();
    expect(await ask()).toMatchObject({ status: 504, body: '{"message": "Endpoint request timed out"}' });
    expect(performance.now() - started).toBeLessThan(TIMEOUT_MS + 700);
    await eventually(() => origin.sockets[0]!.destroyed);
    expect(origin.sockets[0]!.destroyed).toBe(true);
  });

  it('cannot hold a request by dripping: the deadline is for the whole answer', async () => {
    origin.behave((socket, bytes) => {
      if (!bytes.endsWith('\r\n\r\n')) return;
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n');
      const drip = setInterval(() => socket.write('x'), 20);
      socket.on('close', () => clearInterval(drip));
    });
    const client = rawGet();
    await client.until(() => client.isClosed, TIMEOUT_MS + 1_500);
    expect(client.isClosed).toBe(true);
    expect(client.received.length).toBeLessThan(1_000);
  });

  it('that refuses or has no address is a network error', async () => {
    const closed = await new RawOrigin().start();
    const { base } = closed;
    await closed.stop();
    for (const [id, uri] of [['refused', base], ['nameless', 'http://nobody.invalid']] as const) {
      gateway.serve(api(id, { '/{proxy+}': [method('ANY', { integration: proxyTo(uri) })] }));
      expect(await ask('/prod/x', { host: `${id}.execute-api.localhost` })).toMatchObject({ status: 504, body: '{"message": "Network error communicating with endpoint"}' });
    }
  });

  it('that closes in mid-body takes the client\'s connection with it', async () => {
    origin.behave((socket, bytes) => { if (bytes.endsWith('\r\n\r\n')) socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\npartial'); });
    const client = rawGet();
    await client.until(() => client.isClosed);
    expect(client.isClosed).toBe(true);
    expect(client.received).toContain('partial');
  });

  it('that resets at any byte of its answer never kills the gateway', async () => {
    const answer = OK('hello', 'X-A: b\r\n');
    for (let cut = 0; cut < answer.length; cut += 3) {
      origin.behave((socket, bytes) => { if (bytes.endsWith('\r\n\r\n')) socket.write(answer.slice(0, cut), () => socket.resetAndDestroy()); });
      const client = rawGet();
      await client.until(() => client.isClosed || client.received.includes('\r\n\r\n'), 1_000);
      client.close();
    }
    answers(OK());
    expect((await ask()).status).toBe(200);
  });
});

describe('TLS', () => {
  it('whose certificate does not fit is 500, not 504, unless the integration says to skip the check', async () => {
    const secure = await tlsOrigin();
    for (const [insecureSkipVerification, status, body] of [[false, 500, '{"message": "Internal server error"}'], [true, 200, 'secret']] as const) {
      gateway.serve(api('tls', { '/{proxy+}': [method('ANY', { integration: proxyTo(secure.base, { insecureSkipVerification }) })] }));
      expect(await ask('/prod/x', { host: 'tls.execute-api.localhost' })).toMatchObject({ status, body });
    }
    secure.stop();
  });
});

describe('a kept connection', () => {
  it('serves one request after another', async () => {
    for (let i = 0; i < 10; i++) expect((await ask()).body).toBe('ok');
    expect(origin.sockets.length).toBe(1);
  });

  /** Answers the first request of a connection and closes on the second, without a byte. */
  const dyingOrigin = (): void => origin.behave((socket, bytes) => {
    const heads = bytes.split('\r\n\r\n').length - 1;
    if (heads === 1 && bytes.endsWith('\r\n\r\n')) socket.write(OK());
    else if (heads > 1) socket.destroy();
  });

  it('that dies before its first byte is replaced once for a request that can be repeated', async () => {
    dyingOrigin();
    for (let i = 0; i < 4; i++) expect((await ask()).status).toBe(200);
    expect(origin.sockets.length).toBe(4);
  });

  it('that dies never has a POST sent twice', async () => {
    dyingOrigin();
    expect((await ask()).status).toBe(200);
    expect((await ask('/prod/x', { method: 'POST', body: 'pay 100' })).status).toBe(504);
    expect(origin.all.split('pay 100').length - 1).toBe(1);
  });

  it('that has rested is not trusted with a POST', async () => {
    await ask();
    await pause(600);
    origin.received.length = 1;
    await ask('/prod/x', { method: 'POST' });
    expect(origin.sockets.length).toBe(2);
  });

  it('is given up before the backend said that it closes it', async () => {
    answers(OK('ok', 'Keep-Alive: timeout=1\r\n'));
    await ask();
    await pause(30);
    await ask();
    expect(origin.sockets.length).toBe(2);
  });

  it('is closed when the backend says so', async () => {
    answers(OK('ok', 'Connection: close\r\n'));
    await ask();
    await ask();
    expect(origin.sockets.length).toBe(2);
  });
});

describe('a client that leaves', () => {
  it('takes the request to the backend with it within 100 ms', async () => {
    origin.behave(() => undefined);
    const client = rawGet();
    await eventually(() => origin.all.endsWith('\r\n\r\n'));
    client.close();
    const left = performance.now();
    await eventually(() => origin.sockets[0]!.destroyed);
    expect(performance.now() - left).toBeLessThan(100);
    expect(origin.sockets[0]!.destroyed).toBe(true);
  });

  it('two hundred times leaves nothing open', async () => {
    origin.behave(() => undefined);
    const clients = Array.from({ length: 200 }, rawGet);
    await eventually(() => origin.sockets.length === 200 && gateway.gateway.listener.inFlight === 200);
    expect(gateway.gateway.listener.inFlight).toBe(200);
    for (const client of clients) client.close();
    await eventually(() => origin.sockets.every(socket => socket.destroyed));
    expect(origin.sockets.every(socket => socket.destroyed)).toBe(true);
    expect(gateway.gateway.listener.inFlight).toBe(0);
  });

  it('in the middle of its body never lets a complete request arrive', async () => {
    origin.behave(() => undefined);
    const client = new RawClient(gateway.port).send('POST /prod/x HTTP/1.1\r\nHost: api1.execute-api.localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n');
    await eventually(() => origin.all.includes('abc'));
    client.close();
    await eventually(() => origin.sockets[0]!.destroyed);
    expect(origin.sockets[0]!.destroyed).toBe(true);
    expect(origin.all).not.toMatch(/0\r\n\r\n$/);
  });
});

describe('framing of answers', () => {
  it.each([
    ['a length', [OK('hello')], 200, 'hello'], ['no body', ['HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'], 200, ''], ['204', ['HTTP/1.1 204 No Content\r\n\r\n'], 204, ''], ['304', ['HTTP/1.1 304 Not Modified\r\nContent-Length: 10\r\n\r\n'], 304, ''],
    ['chunks at once', ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nT: r\r\n\r\n'], 200, 'abcde'], ['chunks in pieces', ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r', '\n3\r', '\nab', 'c\r\n0', '\r\n\r\n'], 200, 'abc'],
    ['a head in pieces', ['HTTP/1.1 20', '0 OK\r\nContent-', 'Length: 5\r\n\r\nhe', 'llo'], 200, 'hello'], ['interim answers first', [`HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n${OK('hello')}`], 200, 'hello'],
    ['equal lengths twice', ['HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nok'], 200, 'ok'], ['an unusual status', ['HTTP/1.1 418 Teapot\r\nContent-Length: 3\r\n\r\ntea'], 418, 'tea'],
  ])('%s', async (_name, parts, status, body) => {
    answers(...parts);
    expect(await ask()).toMatchObject({ status, body });
    expect(await ask()).toMatchObject({ status, body });
    expect(origin.sockets.length).toBe(1);
  });

  it('reads a body that ends with the connection, from HTTP/1.1 and 1.0', async () => {
    for (const version of ['1.1', '1.0']) {
      origin.behave((socket, bytes) => { if (bytes.endsWith('\r\n\r\n')) socket.end(`HTTP/${version} 200 OK\r\n\r\nuntil the end`); });
      expect(await ask()).toMatchObject({ status: 200, body: 'until the end' });
    }
  });

  it('answers HEAD without waiting for a body', async () => {
    answers('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n');
    expect(await ask('/prod/x', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    expect(origin.sockets.length).toBe(1);
  });
});

describe('bodies', () => {
  it('stream to the backend with their length, together with the head', async () => {
    let firstPiece = '';
    origin.behave((socket, bytes) => { firstPiece ||= bytes; if (bytes.endsWith('0123456789')) socket.write(OK()); });
    expect((await ask('/prod/x', { method: 'POST', body: '0123456789' })).status).toBe(200);
    expect(firstPiece).toMatch(/Content-Length: 10\r\n\r\n0123456789$/);
    expect(firstPiece).not.toContain('Transfer-Encoding');
  });

  it('of unknown length go on in chunks', async () => {
    origin.behave((socket, bytes) => { if (bytes.endsWith('0\r\n\r\n')) socket.write(OK()); });
    const client = new RawClient(gateway.port).send('POST /prod/x HTTP/1.1\r\nHost: api1.execute-api.localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n');
    await eventually(() => origin.all.includes('abc'));
    client.send('2\r\nde\r\n0\r\n\r\n');
    await client.until(() => client.received.endsWith('ok'));
    expect(origin.all).toMatch(/Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n$/);
    client.close();
  });

  it('over 10 MB by their length are refused before a byte is read', async () => {
    const client = new RawClient(gateway.port).send(`POST /prod/x HTTP/1.1\r\nHost: api1.execute-api.localhost\r\nContent-Length: ${10 * 1024 * 1024 + 1}\r\nExpect: 100-continue\r\n\r\n`);
    await client.until(() => client.received.includes('\r\n\r\n'));
    expect(client.received).toMatch(/^HTTP\/1\.1 413 [^]*\{"message":"Request Too Long"\}$/);
    expect(origin.all).toBe('');
    client.close();
  });

  it('over 10 MB in chunks are refused, and the backend never gets the last chunk', async () => {
    gateway.serve(api('big', { '/{proxy+}': [method('ANY', { integration: proxyTo(origin.base) })] }));
    origin.behave(() => undefined);
    const client = new RawClient(gateway.port).send('POST /prod/x HTTP/1.1\r\nHost: big.execute-api.localhost\r\nTransfer-Encoding: chunked\r\n\r\n');
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    for (let i = 0; i < 161; i++) client.send(chunk);
    client.send('0\r\n\r\n');
    await client.until(() => client.received.includes('Too Long'), 5_000);
    expect(client.received).toMatch(/^HTTP\/1\.1 413 /);
    await eventually(() => origin.sockets[0]!.destroyed);
    expect(origin.sockets[0]!.destroyed).toBe(true);
    expect(origin.received[0]).not.toMatch(/0\r\n\r\n$/);
    client.close();
  });

  it('are asked for only when somebody wants them', async () => {
    origin.behave((socket, bytes) => { if (bytes.endsWith('abc')) socket.write(OK()); });
    const client = new RawClient(gateway.port).send('POST /prod/x HTTP/1.1\r\nHost: api1.execute-api.localhost\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n');
    await client.until(() => client.received.includes('100 Continue'));
    client.send('abc');
    await client.until(() => client.received.endsWith('ok'));
    expect(client.received).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/);
    expect(origin.all).not.toContain('Expect');
    client.close();
  });

  it('never pile up: a client that does not read stops the backend', async () => {
    gateway.serve(api('slow', { '/{proxy+}': [method('ANY', { integration: proxyTo(origin.base, { timeoutInMillis: 5_000 }) })] }));
    const total = 64 * 1024 * 1024;
    const piece = Buffer.alloc(1024 * 1024, 'x');
    let sent = 0;
    origin.behave((socket, bytes) => {
      if (!bytes.endsWith('\r\n\r\n')) return;
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${total}\r\n\r\n`);
      const more = (): void => { while (sent < total) { sent += piece.length; if (!socket.write(piece)) return void socket.once('drain', more); } };
      more();
    });
    const client = new RawClient(gateway.port);
    client.socket.pause();
    client.send('GET /prod/x HTTP/1.1\r\nHost: slow.execute-api.localhost\r\n\r\n');
    await pause(400);
    const held = sent;
    await pause(200);
    expect(sent).toBe(held);
    expect(held).toBeLessThan(24 * 1024 * 1024);
    let got = 0;
    client.socket.on('data', chunk => { got += chunk.length; });
    client.socket.resume();
    await eventually(() => got >= total, 4_000);
    expect(got).toBeGreaterThanOrEqual(total);
    client.close();
  });

  it('never pile up the other way: a backend that does not read stops the client', async () => {
    gateway.serve(api('slow', { '/{proxy+}': [method('ANY', { integration: proxyTo(origin.base, { timeoutInMillis: 5_000 }) })] }));
    origin.behave(socket => { socket.pause(); });
    const client = new RawClient(gateway.port).send(`POST /prod/x HTTP/1.1\r\nHost: slow.execute-api.localhost\r\nContent-Length: ${10 * 1024 * 1024}\r\n\r\n`);
    let written = 0;
    const piece = Buffer.alloc(64 * 1024, 'x');
    const more = (): void => { while (written < 10 * 1024 * 1024) { written += piece.length; if (!client.socket.write(piece)) return void client.socket.once('drain', more); } };
    more();
    await pause(400);
    const held = written;
    await pause(200);
    expect(written).toBe(held);
    expect(held).toBeLessThan(10 * 1024 * 1024);
    client.close();
    await eventually(() => origin.sockets[0]!.destroyed);
  });
});

describe('addresses', () => {
  it.each(['http://169.254.169.254', 'http://[fe80::1]', 'http://[::ffff:169.254.169.254]', 'http://2852039166', 'http://0xa9.0xfe.0xa9.0xfe'])('%s is never reached', async base => {
    gateway.serve(api('meta', { '/{proxy+}': [method('ANY', { integration: proxyTo(base) })] }));
    expect(await ask('/prod/latest', { host: 'meta.execute-api.localhost' })).toMatchObject({ status: 500, body: '{"message": "Internal server error"}' });
  });

  it('follows no redirect', async () => {
    answers('HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n');
    expect(await ask()).toMatchObject({ status: 302, headers: { location: 'http://169.254.169.254/' } });
  });

  it('keeps loopback and private ranges closed where the setting says so, whatever a name claims', async () => {
    const strict = await new RunningGateway({ outboundPrivate: 'deny' }).start();
    for (const host of ['127.0.0.1', 'localhost', '127.1', '[::1]', '[::ffff:127.0.0.1]']) {
      const uri = origin.base.replace('127.0.0.1', host);
      strict.serve(api('api1', { '/{proxy+}': [method('ANY', { integration: integration({ ...proxyTo(uri) }) })] }));
      expect((await strict.ask('/prod/x')).status).toBe(500);
    }
    expect(origin.all).toBe('');
    await strict.stop();
  });
});
});
