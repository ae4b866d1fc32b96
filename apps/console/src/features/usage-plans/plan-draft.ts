import { prepare, replaced, V1, type Call, type PatchOperation, type UsagePlan } from '@gatehouse/client-calls';
import { z } from 'zod';
import { ThrottleForm, type ThrottleDraft } from '../../shared/forms/throttle-form';

/** How many requests a key may make in a period; the period begins `offset` days after its natural start. */
export interface QuotaDraft {
  readonly isOn: boolean;
  readonly limit: string;
  readonly period: string;
  readonly offset: string;
}
/** The form of a usage plan's own settings. */
export interface PlanDraft extends ThrottleDraft {
  readonly name: string;
  readonly description: string;
  readonly quota: QuotaDraft;
}

/** What the form of a new plan begins with. */
export const NEW_PLAN: PlanDraft = {
  name: '',
  description: '',
  isOn: true,
  rate: '100',
  burst: '200',
  quota: { isOn: false, limit: '', period: 'MONTH', offset: '0' },
};

/** The last day of each period on which it may begin. */
const LAST_OFFSET: Readonly<Record<string, number>> = { DAY: 0, WEEK: 6, MONTH: 27 };

const QuotaForm = z
  .object({ isOn: z.boolean(), limit: z.string(), period: z.string(), offset: z.string() })
  .superRefine((quota, context) => {
    if (!quota.isOn) return;
    if (!/^[1-9]\d*$/.test(quota.limit)) context.addIssue({ code: 'custom', path: ['limit'], message: 'A whole number of requests.' });
    const last = LAST_OFFSET[quota.period] ?? 0;
    if (!/^\d+$/.test(quota.offset) || Number(quota.offset) > last)
      context.addIssue({ code: 'custom', path: ['offset'], message: last === 0 ? 'A day has no offset: 0.' : `From 0 to ${last} days.` });
  });

/** The bounds of an offset depend on the period: a week has days 0 to 6, a month 0 to 27. */
export const PlanForm: z.ZodType<PlanDraft> = z.intersection(
  ThrottleForm,
  z.object({ name: z.string().refine(name => name.trim() !== '', 'Give the plan a name.'), description: z.string(), quota: QuotaForm }),
);

/** The form of a plan as it is stored. */
export const draftOfPlan = ({ name, description, throttle, quota }: UsagePlan): PlanDraft => ({
  name,
  description: description ?? '',
  isOn: throttle !== undefined,
  rate: String(throttle?.rateLimit ?? ''),
  burst: String(throttle?.burstLimit ?? ''),
  quota: quota
    ? { isOn: true, limit: String(quota.limit ?? ''), period: quota.period ?? 'MONTH', offset: String(quota.offset ?? 0) }
    : NEW_PLAN.quota,
});

/** What creates a plan. */
export const creation = (draft: PlanDraft): readonly Call[] => [
  prepare(V1.CreateUsagePlan, {
    name: draft.name,
    ...(draft.description ? { description: draft.description } : {}),
    ...(draft.isOn ? { throttle: { rateLimit: Number(draft.rate), burstLimit: Number(draft.burst) } } : {}),
    ...(draft.quota.isOn
      ? {
          quota: {
            limit: Number(draft.quota.limit),
            offset: Number(draft.quota.offset),
            period: draft.quota.period as 'DAY' | 'WEEK' | 'MONTH',
          },
        }
      : {}),
  }),
];

/** What turns one version of a plan into another; nothing when they are equal. */
export function changePlan(usagePlanId: string, base: PlanDraft, after: PlanDraft): readonly Call[] {
  const quota = (draft: PlanDraft) => ({ limit: draft.quota.limit, period: draft.quota.period, offset: draft.quota.offset });
  const throttle = (draft: PlanDraft) => ({ rateLimit: draft.rate, burstLimit: draft.burst });
  const patchOperations = [
    ...replaced(base, after, ['name', 'description']),
    ...section('/throttle', base.isOn, after.isOn, throttle(base), throttle(after)),
    ...section('/quota', base.quota.isOn, after.quota.isOn, quota(base), quota(after)),
  ];
  return patchOperations.length > 0 ? [prepare(V1.UpdateUsagePlan, { usagePlanId, patchOperations })] : [];
}

/** A part that can be switched off as a whole. */
function section(
  path: string,
  wasOn: boolean,
  isOn: boolean,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): PatchOperation[] {
  if (!isOn) return wasOn ? [{ op: 'remove', path }] : [];
  return Object.entries(after)
    .filter(([member, value]) => !wasOn || before[member] !== value)
    .map(([member, value]) => ({ op: 'replace', path: `${path}/${member}`, value }));
}

/** "100/s, burst 200". */
export const throttleText = ({ throttle }: UsagePlan): string =>
  throttle ? `${throttle.rateLimit ?? '-'}/s, burst ${throttle.burstLimit ?? '-'}` : 'none';
/** "1,000 a month". */
export const quotaText = ({ quota }: UsagePlan): string =>
  quota ? `${(quota.limit ?? 0).toLocaleString('en')} a ${(quota.period ?? '').toLowerCase()}` : 'none';
