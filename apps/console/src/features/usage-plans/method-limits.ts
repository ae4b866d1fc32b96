import { pointer, prepare, V1, type Call, type PatchOperation, type PlanStage } from '@gatehouse/client-calls';
import { z } from 'zod';

/** One method's own limit within a plan; `key` is AWS's, `/pets/{petId}/GET`. */
export interface MethodLimit {
  readonly key: string;
  readonly rate: string;
  readonly burst: string;
}
/** The form of all method limits of one stage. */
export interface LimitsDraft {
  readonly limits: readonly MethodLimit[];
}

/** A method may have one limit. */
export const LimitsForm: z.ZodType<LimitsDraft> = z.object({
  limits: z
    .array(
      z.object({
        key: z.string().min(1, 'Choose a method.'),
        rate: z.string().regex(/^\d+(\.\d+)?$/, 'A number.'),
        burst: z.string().regex(/^\d+$/, 'A whole number.'),
      }),
    )
    .superRefine((limits, context) => {
      limits.forEach(({ key }, index) => {
        if (key && limits.findIndex(other => other.key === key) < index)
          context.addIssue({ code: 'custom', path: [index, 'key'], message: 'This method is there twice.' });
      });
    }),
});

/** The form of the limits as they are stored, in the order of their keys. */
export const draftOfLimits = (stage: PlanStage | undefined): LimitsDraft => ({
  limits: Object.entries(stage?.throttle ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { rateLimit, burstLimit }]) => ({ key, rate: String(rateLimit ?? 0), burst: String(burstLimit ?? 0) })),
});

/** The key of a method of a path: the root's is `//GET`. */
export const limitKey = (path: string, method: string): string => `${path}/${method}`;

const patchPath = ({ apiId, stage }: PlanStage, key: string, ...member: readonly string[]): string => {
  const slash = key.lastIndexOf('/');
  return pointer('apiStages', `${apiId}:${stage}`, 'throttle', key.slice(0, slash) || '/', key.slice(slash + 1), ...member);
};

/** What turns one set of method limits into another; nothing when they are equal. */
export function changeLimits(usagePlanId: string, stage: PlanStage, base: LimitsDraft, after: LimitsDraft): readonly Call[] {
  const before = new Map(base.limits.map(limit => [limit.key, limit]));
  const kept = new Set(after.limits.map(({ key }) => key));
  const patchOperations: PatchOperation[] = [
    ...base.limits.filter(({ key }) => !kept.has(key)).map(({ key }) => ({ op: 'remove' as const, path: patchPath(stage, key) })),
    ...after.limits.flatMap(limit => {
      const old = before.get(limit.key),
        op = old ? ('replace' as const) : ('add' as const);
      return [
        ...(old?.rate === limit.rate ? [] : [{ op, path: patchPath(stage, limit.key, 'rateLimit'), value: limit.rate }]),
        ...(old?.burst === limit.burst ? [] : [{ op, path: patchPath(stage, limit.key, 'burstLimit'), value: limit.burst }]),
      ];
    }),
  ];
  return patchOperations.length > 0 ? [prepare(V1.UpdateUsagePlan, { usagePlanId, patchOperations })] : [];
}
