import { z } from 'zod';
import { FORMAT } from './api-snapshot.js';

/** Rate in requests a second, burst in requests. Either may stand alone: a missing rate refills nothing less than at once, a missing burst equals the rate. */
export const Throttle = z.object({ rateLimit: z.number().nullable(), burstLimit: z.number().nullable() });
export type Throttle = z.infer<typeof Throttle>;

/** One page of the AccessBook: a usage plan. */
export const PlanPage = z.object({
  format: z.literal(FORMAT),
  kind: z.literal('plan'),
  accountId: z.string(),
  region: z.string(),
  usagePlanId: z.string(),
  throttle: Throttle.nullable(),
  quota: z.object({ limit: z.number().int(), offset: z.number().int(), period: z.enum(['DAY', 'WEEK', 'MONTH']) }).nullable(),
  /** Where the plan holds; `throttle` keys are `/pets/GET`, `/pets/{petId}/GET`. */
  apiStages: z.array(z.object({ restApiId: z.string(), stageName: z.string(), throttle: z.record(z.string(), Throttle) })),
  /** What the gateway does when the control tower is dark and its slice of the quota is spent. */
  onCounterLoss: z.enum(['open', 'closed']),
});
export type PlanPage = z.infer<typeof PlanPage>;

/** One page of the AccessBook: an API key, known to gateways only by the HMAC of its value. */
export const KeyPage = z.object({
  format: z.literal(FORMAT),
  kind: z.literal('key'),
  accountId: z.string(),
  region: z.string(),
  apiKeyId: z.string(),
  /** HMAC-SHA-256 of the value under the account's digest key, lower-case hex. */
  digest: z.string(),
  enabled: z.boolean(),
  usagePlanIds: z.array(z.string()),
});
export type KeyPage = z.infer<typeof KeyPage>;

/** The account's own limits, which hold over all stages of a region. */
export const AccountPage = z.object({ format: z.literal(FORMAT), kind: z.literal('account'), accountId: z.string(), region: z.string(), throttle: Throttle });
export type AccountPage = z.infer<typeof AccountPage>;
