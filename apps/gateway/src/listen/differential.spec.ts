import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { api, integration, method } from '../../test/documents.js';
import { RawClient } from '../../test/raw-client.js';
import { RunningGateway } from '../../test/running-gateway.js';

const HOST = 'Host: api1.execute-api.localhost\r\n';
const BASES = [
  `GET /prod/a/b?x=1&y=%20 HTTP/1.1\r\n${HOST}X-A: one\r\nConnection: close\r\n\r\n`,
  `POST /prod/a HTTP/1.1\r\n${HOST}Content-Length: 5\r\nConnection: close\r\n\r\nhello`,
  `POST /prod/a HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\n2;e=f\r\nde\r\n0\r\nT: x\r\n\r\n`,
  `GET /prod/a HTTP/1.0\r\n${HOST}\r\n`,
  `GET /prod/a HTTP/1.1\r\n${HOST}\r\nGET /prod/b HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`,
];
const SPICE = ['\r', '\n', '\r\n', '\0', ' ', '\t', ':', ',', ';', '0', '1', 'f', 'x', '\x0b', '\x7f', '\xe9', '#', '?', '/', '..', '%2e', '*', '"', '@', 'Content-Length: 1\r\n', 'Transfer-Encoding: chunked\r\n', 'Host: b\r\n', 'HTTP/1.1', ''];

/** Repeatable randomness: a failure can be run again. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

function mutants(count: number, seed: number): readonly string[] {
  const pick = random(seed);
  return Array.from({ length: count }, () => {
    let text = BASES[pick(BASES.length)]!;
    for (let edits = 1 + pick(2); edits > 0; edits--) {
      const at = pick(text.length);
      text = text.slice(0, at) + SPICE[pick(SPICE.length)]! + text.slice(at + pick(3));
    }
    return text;
  });
}

let raw: RunningGateway;
let node: RunningGateway;
beforeAll(async () => {
  // The answer repeats what was understood: method, path and a header.
  const said = integration({
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
    integrationResponses: [{ statusCode: '200', selectionPattern: null, responseParameters: {}, responseTemplates: { 'application/json': "[$context.httpMethod $context.path $input.params('x') $input.params('X-A')]" }, contentHandling: null }],
  });
  [raw, node] = await Promise.all((['raw', 'node'] as const).map(async listener => {
    const gateway = await new RunningGateway({ listener, headersTimeoutMs: 400, keepAliveMs: 400 }).start();
    gateway.serve(api('api1', { '/{proxy+}': [method('ANY', { integration: said })] }));
    return gateway;
  })) as [RunningGateway, RunningGateway];
});
afterAll(() => Promise.all([raw.stop(), node.stop()]));

/** Every answer's status and body, in order. */
async function verdict(gateway: RunningGateway, bytes: string): Promise<readonly string[]> {
  const client = new RawClient(gateway.port).send(bytes);
  await client.until(() => client.isClosed, 1_500);
  client.close();
  return [...client.received.matchAll(/HTTP\/1\.1 (\d{3})[^\r]*\r\n(?:[^\r\n]+\r\n)*\r\n(\[[^\]]*\])?/g)].map(([, status, body]) => `${status} ${body ?? ''}`);
}

const isRefusal = (answer: string): boolean => /^4(?:00|08|31)/.test(answer);
/** What was served before the first refusal. */
const servedIn = (answers: readonly string[]): readonly string[] => answers.slice(0, answers.findIndex(isRefusal) < 0 ? undefined : answers.findIndex(isRefusal));

describe('two parsers, one verdict', () => {
  it('our own server serves nothing that node:http with our checks would refuse or read differently', async () => {
    const payloads = mutants(600, 20_261_120);
    const differing: string[] = [];
    let served = 0;
    for (let at = 0; at < payloads.length; at += 100) {
      await Promise.all(payloads.slice(at, at + 100).map(async payload => {
        const [ours, theirs] = await Promise.all([verdict(raw, payload), verdict(node, payload)]);
        const [accepted, known] = [servedIn(ours), servedIn(theirs)];
        if (accepted.length > 0) served++;
        // Whatever ours serves the other must have served too, understood in the same way; ours may stop earlier.
        if (accepted.join() !== known.slice(0, accepted.length).join()) differing.push(JSON.stringify({ payload, ours, theirs }));
      }));
    }
    expect(differing).toEqual([]);
    expect(served).toBeGreaterThan(60);
    expect(served).toBeLessThan(540);
  }, 60_000);
});
