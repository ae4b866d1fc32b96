import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { api, integration, method, mockAnswer, proxyTo } from '../../test/documents.js';
import { eventually, pause, RawClient } from '../../test/raw-client.js';
import { OK, RawOrigin } from '../../test/raw-origin.js';
import { RunningGateway } from '../../test/running-gateway.js';

const HOST = 'Host: api1.execute-api.localhost\r\n';
const get = (path: string, extra = ''): string => `GET /prod${path} HTTP/1.1\r\n${HOST}${extra}\r\n`;
const post = (path: string, body: string, extra = ''): string => `POST /prod${path} HTTP/1.1\r\n${HOST}Content-Length: ${body.length}\r\n${extra}\r\n${body}`;
const answersIn = (text: string): number => text.split('HTTP/1.1 2').length - 1;

describe.each(['raw', 'node'] as const)('the %s listener', listener => {
  let origin: RawOrigin;
  let gateway: RunningGateway;
  beforeEach(async () => {
    origin = await new RawOrigin().start();
    gateway = await new RunningGateway({ listener, headersTimeoutMs: 300, keepAliveMs: 400 }).start();
    gateway.serve(api('api1', {
      '/mock': [method('ANY', { integration: mockAnswer('{"mock":true}') })],
      '/big': [method('GET', { integration: mockAnswer('x'.repeat(100_000)) })],
      '/utf8': [method('GET', { integration: mockAnswer('{"text":"grün €"}') })],
      '/none': [method('GET', { integration: mockAnswer('ignored', 204) })],
      '/teapot': [method('GET', { integration: integration({ requestTemplates: { 'application/json': '{"statusCode": 999}' }, integrationResponses: [{ statusCode: '999', selectionPattern: null, responseParameters: {}, responseTemplates: {}, contentHandling: null }] }) })],
      '/{proxy+}': [method('ANY', { integration: proxyTo(origin.base) })],
    }));
  });
  afterEach(async () => {
    await gateway.stop();
    await origin.stop();
  });

  it('cuts off a head that does not end in time, and a good client is served meanwhile', async () => {
    const slow = Array.from({ length: 50 }, () => new RawClient(gateway.port).send('GET /prod/mock HTTP/1.1\r\nHost: api1'));
    expect((await gateway.ask('/prod/mock')).status).toBe(200);
    await eventually(() => slow.every(client => client.isClosed), 2_500);
    expect(slow.every(client => client.isClosed)).toBe(true);
    expect(slow[0]!.received).toMatch(/^HTTP\/1\.1 408 /);
    expect(origin.all).toBe('');
  });

  it('closes a connection that rests too long', async () => {
    const client = await new RawClient(gateway.port).send(get('/mock')).until(() => false, 100);
    expect(answersIn(client.received)).toBe(1);
    await client.until(() => client.isClosed, 3_000);
    expect(client.isClosed).toBe(true);
  });

  it('answers pipelined requests in their order, on one connection', async () => {
    const client = new RawClient(gateway.port).send(get('/mock') + get('/a') + post('/mock', 'body') + get('/utf8'));
    await client.until(() => answersIn(client.received) === 4);
    expect([...client.received.matchAll(/\r\n\r\n([^H]*)/g)].map(match => Buffer.from(match[1]!, 'latin1').toString('utf8'))).toEqual(['{"mock":true}', 'ok', '{"mock":true}', '{"text":"grün €"}']);
    client.close();
  });

  it('is not moved by a thousand requests in one write', async () => {
    const client = new RawClient(gateway.port).send(get('/mock').repeat(1_000));
    await client.until(() => answersIn(client.received) === 1_000, 5_000);
    expect(answersIn(client.received)).toBe(1_000);
    client.close();
  });

  it('keeps framing right for every kind of answer on a kept connection', async () => {
    const client = new RawClient(gateway.port).send(get('/big') + get('/none') + `HEAD /prod/mock HTTP/1.1\r\n${HOST}\r\n` + get('/mock'));
    await client.until(() => answersIn(client.received) === 4);
    await pause(20);
    expect(client.received).toMatch(/Content-Length: 100000\r\n/);
    expect(client.received).toMatch(/HTTP\/1\.1 204 No Content\r\n(?:(?!Content-Length|Transfer-Encoding|\r\n\r\n)[^])*\r\n\r\nHTTP\/1\.1 200 OK/);
    expect(client.received.endsWith('{"mock":true}')).toBe(true);
    expect(client.received.split('{"mock":true}').length - 1).toBe(1);
    client.close();
  });

  it('never writes a status that HTTP does not have', async () => {
    expect((await gateway.ask('/prod/teapot')).status).toBe(500);
  });

  it('closes when it is asked to, and after HTTP/1.0', async () => {
    for (const request of [get('/mock', 'Connection: close\r\n'), `GET /prod/mock HTTP/1.0\r\n${HOST}\r\n`]) {
      const client = new RawClient(gateway.port).send(request);
      await client.until(() => client.isClosed, 300);
      expect([client.isClosed, answersIn(client.received)]).toEqual([true, 1]);
    }
  });

  it('goes on after a body that nobody read', async () => {
    const client = new RawClient(gateway.port).send(post('/mock', 'x'.repeat(50_000)) + get('/mock'));
    await client.until(() => answersIn(client.received) === 2);
    expect(answersIn(client.received)).toBe(2);
    client.close();
  });

  it('writes an answer of unknown length in chunks, and to HTTP/1.0 until the connection ends', async () => {
    origin.behave((socket, bytes) => {
      if (!bytes.endsWith('\r\n\r\n')) return;
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n');
      setTimeout(() => socket.write('2\r\nde\r\n0\r\n\r\n'), 30);
    });
    const modern = new RawClient(gateway.port).send(get('/a'));
    await modern.until(() => modern.received.endsWith('0\r\n\r\n'));
    expect(modern.received).toMatch(/Transfer-Encoding: chunked\r\n(?:[^]*\r\n)?\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n$/i);
    const old = new RawClient(gateway.port).send(`GET /prod/a HTTP/1.0\r\n${HOST}\r\n`);
    await old.until(() => old.isClosed);
    expect(old.received).toMatch(/^HTTP\/1\.1 200 OK\r\n(?:(?!Transfer-Encoding)[^])*\r\n\r\nabcde$/);
    modern.close();
  });

  it('leaves nothing behind on a connection that streams many answers', async () => {
    const warnings: string[] = [];
    const note = (warning: Error): void => { warnings.push(warning.message); };
    process.on('warning', note);
    origin.behave((socket, bytes) => {
      if (!bytes.endsWith('\r\n\r\n')) return;
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nabc');
      setTimeout(() => socket.write('def'), 3);
    });
    const client = new RawClient(gateway.port);
    for (let i = 1; i <= 25; i++) {
      client.send(get('/a'));
      await client.until(() => client.received.split('abcdef').length - 1 === i);
    }
    await pause(10);
    process.off('warning', note);
    expect(warnings).toEqual([]);
    expect(answersIn(client.received)).toBe(25);
    client.close();
  });

  it('loses one connection to a bug, and nothing else', async () => {
    const { switchboard } = gateway.gateway;
    const find = switchboard.find.bind(switchboard);
    switchboard.find = () => { throw new TypeError('a bug'); };
    const client = await new RawClient(gateway.port).send(get('/mock')).until(() => false, 60);
    expect([client.isClosed, client.received]).toEqual([true, '']);
    switchboard.find = find;
    expect((await gateway.ask('/prod/mock')).status).toBe(200);
  });

  it('survives clients that reset at any byte of their request', async () => {
    const whole = post('/a', 'hello');
    for (let cut = 0; cut <= whole.length; cut += 4) {
      const client = new RawClient(gateway.port);
      await new Promise<void>(resolve => client.socket.write(whole.slice(0, cut), () => resolve()));
      client.socket.resetAndDestroy();
    }
    await pause(50);
    expect((await gateway.ask('/prod/mock')).status).toBe(200);
    await eventually(() => gateway.gateway.listener.inFlight === 0);
    expect(gateway.gateway.listener.inFlight).toBe(0);
  });

  it('drains: what is under way ends, idle connections close, nobody new comes in', async () => {
    origin.behave((socket, bytes) => { if (bytes.endsWith('\r\n\r\n')) setTimeout(() => socket.write(OK()), 150); });
    const idle = await new RawClient(gateway.port).send(get('/mock')).until(() => false, 60);
    const busy = new RawClient(gateway.port).send(get('/a'));
    await eventually(() => gateway.gateway.listener.inFlight === 1);
    const drained = gateway.gateway.listener.drain(2_000);
    // The door closes with the next turns of the loop, once everybody is in who had knocked before.
    await pause(20);
    const late = new RawClient(gateway.port);
    await drained;
    await eventually(() => idle.isClosed && busy.isClosed && late.isClosed);
    expect(busy.received).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*[Cc]onnection: close\r\n[^]*ok$/);
    expect([idle.isClosed, busy.isClosed, late.isClosed, late.received]).toEqual([true, true, true, '']);
  });

  it('cuts off what a drain has waited for too long', async () => {
    origin.behave(() => undefined);
    const stuck = new RawClient(gateway.port).send(get('/a'));
    await eventually(() => gateway.gateway.listener.inFlight === 1);
    const started = performance.now();
    await gateway.gateway.listener.drain(100);
    expect(performance.now() - started).toBeLessThan(1_000);
    await stuck.until(() => stuck.isClosed);
    expect(stuck.isClosed).toBe(true);
  });
});
