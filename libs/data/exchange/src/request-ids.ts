import { randomFillSync, randomUUID } from 'node:crypto';

const POOL_BYTES = 11 * 512;
const pool = Buffer.alloc(POOL_BYTES);
let at = POOL_BYTES;

/** `x-amzn-RequestId` is a uuid; `x-amz-apigw-id` sixteen characters of base64 that end in `=`, drawn from a pool of random bytes. */
export function newRequestIds(): { readonly requestId: string; readonly extendedRequestId: string } {
  if (at === POOL_BYTES) {
    randomFillSync(pool);
    at = 0;
  }
  const extendedRequestId = pool.toString('base64', at, at + 11);
  at += 11;
  return { requestId: randomUUID(), extendedRequestId };
}

const TRACE_HEADER = /^[\t\x20-\x7e]{1,512}$/;
const ROOT = /(?:^|;)\s*Root=1-[0-9a-f]{8}-[0-9a-f]{24}\s*(?:;|$)/;
const PARENT = /(?:^|;)\s*Parent=/;
const SAMPLED = /(?:^|;)\s*Sampled=/;

let rootSecond = -1;
let rootPrefix = '';

/** The trace header that goes on: a client's Root is kept (a Parent that says nothing about sampling is sampled), anything else gets a new Root. */
export function traceIdFor(presented: string | null, requestId: string, epochMs: number): string {
  if (presented !== null && TRACE_HEADER.test(presented) && ROOT.test(presented)) {
    return PARENT.test(presented) && !SAMPLED.test(presented) ? `${presented.replace(/;\s*$/, '')};Sampled=1` : presented;
  }
  const second = Math.floor(epochMs / 1000);
  if (second !== rootSecond) {
    rootSecond = second;
    rootPrefix = `Root=1-${second.toString(16).padStart(8, '0')}-`;
  }
  // A uuid has 32 hex digits and four dashes; its last 24 digits are more random than a trace needs.
  return `${rootPrefix}${requestId.slice(9, 13)}${requestId.slice(14, 18)}${requestId.slice(19, 23)}${requestId.slice(24)}`;
}
