import { collect, Exchange, MemoryExecutionLog, newRequestIds, serve, type ByteReader, type Inbound, type InboundBody, type Ports } from '@gatehouse/data-exchange';
import { fromHeaderValue } from '@gatehouse/contract-text';
import type { TestInvocation, TestInvocationAnswer } from '@gatehouse/contract-snapshot';
import { compileTest } from '@gatehouse/data-pipeline';
import { SegmentTrie } from '@gatehouse/engine-routing';
import { testRequestOf, type TestRequest } from './test-request.js';

const MAX_BODY_BYTES = 10 * 1024 * 1024;
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number): string => String(n).padStart(2, '0');

/** `Fri Nov 20 12:00:00 UTC 2026`, as AWS's execution log writes the time. */
const logTime = (epochMs: number): string => {
  const at = new Date(epochMs);
  return `${DAYS[at.getUTCDay()]} ${MONTHS[at.getUTCMonth()]} ${two(at.getUTCDate())} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} UTC ${at.getUTCFullYear()}`;
};

/** Calls one method of a draft as its owner: the same steps as for anybody's call, but nobody has to be let in, nothing is counted, and all of it is told. */
export async function runTestInvocation(job: TestInvocation, ports: Ports): Promise<TestInvocationAnswer> {
  const executionLog = new MemoryExecutionLog();
  // The call must leave no trace in the stages that are served.
  const route = compileTest(job.api, job.stage, job, { ...ports, executionLog, diagnostics: { fault: () => undefined } });
  if (route === null) throw new Error('the draft has no such method');
  const request = testRequestOf(job);
  const trie = new SegmentTrie<number>();
  trie.add(route.route.resourcePath, 0);
  const startedMs = ports.clock.monotonicMs();
  const ids = newRequestIds();
  const x = new Exchange(inboundOf(job, request), route, trie.find(request.path)?.values ?? [], ids, startedMs, ports.clock.epochMs());
  await serve(route, x);
  const body = await collect(bodyOf(x), MAX_BODY_BYTES);
  const lines = executionLog.lines.map(line => `${logTime(x.startedEpochMs)} : ${line}`);
  return {
    status: x.answer?.status ?? 500,
    headers: (x.answer?.headers ?? []).map(fromHeaderValue),
    body: body.toString('base64'),
    log: [`Execution log for request ${ids.requestId}`, ...lines, ''].join('\n'),
    latencyMs: Math.round(ports.clock.monotonicMs() - startedMs),
  };
}

const bodyOf = ({ answer }: Exchange): Parameters<typeof collect>[0] => (typeof answer?.body === 'string' ? Buffer.from(answer.body) : (answer?.body ?? null));

/** AWS gives a test call no address and no host of its own. */
const inboundOf = ({ verb, stage, body }: TestInvocation, { path, query, headers }: TestRequest): Inbound => ({
  method: verb, basePath: `/${stage.stageName}`, path, query, headers,
  host: 'testPrefix.testDomainName',
  protocol: 'HTTP/1.1', sourceIp: 'test-invoke-source-ip', scheme: 'https', port: 443,
  body: body === '' ? null : wholeBody(Buffer.from(body)),
});

/** A body that is already there. */
function wholeBody(bytes: Buffer): InboundBody {
  let isDestroyed = false;
  return {
    length: bytes.length, maxBytes: Infinity,
    read(reader: ByteReader) {
      if (!isDestroyed) reader.onChunk(bytes);
      if (!isDestroyed) reader.onEnd();
    },
    resume: () => undefined,
    destroy: () => { isDestroyed = true; },
  };
}
