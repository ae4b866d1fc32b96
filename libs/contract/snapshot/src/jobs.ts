import { z } from 'zod';
import { ApiSnapshot } from './api-snapshot.js';
import { StageSettings } from './stage-settings.js';

/** A call of one method of a draft. The draft is frozen like a deployment, but holds only the resource that is called. */
export const TestInvocation = z.object({
  kind: z.literal('test-invoke'),
  api: ApiSnapshot,
  /** Never served: it carries the stage variables of the call. */
  stage: StageSettings,
  resourceId: z.string(),
  /** The method as the draft has it, ANY included, and the verb of the call. */
  httpMethod: z.string(),
  verb: z.string(),
  /** What the caller sends: `/pets/7?x=1`, a flat list of header names and values, and the body as text. */
  pathWithQuery: z.string(),
  headers: z.array(z.string()),
  body: z.string(),
});
export type TestInvocation = z.infer<typeof TestInvocation>;

/** Work that the control tower asks of one gateway: `POST /jobs` {id} -> GatewayJob. */
export const GatewayJob = z.discriminatedUnion('kind', [TestInvocation]);
export type GatewayJob = z.infer<typeof GatewayJob>;

/** What came of it; `headers` is a flat list, `body` base64, `log` AWS's execution log. */
export const TestInvocationAnswer = z.object({ status: z.number().int(), headers: z.array(z.string()), body: z.string(), log: z.string(), latencyMs: z.number().int() });
export type TestInvocationAnswer = z.infer<typeof TestInvocationAnswer>;

/** `POST /jobs/answers`. `error` = the gateway could not do the work at all. */
export const GatewayJobAnswer = z.object({ id: z.string(), answer: TestInvocationAnswer.nullable(), error: z.string().nullable() });
export type GatewayJobAnswer = z.infer<typeof GatewayJobAnswer>;
