import { add, custom, decimal, LISTED, oneOf, PatchRefused, patchTable, remove, replace, text, textOrNull, whole, type Hit, type Rule } from '@gatehouse/engine-patch';
import { type ApiStageColumn, type QuotaColumn, type ThrottleColumn, type UsagePlanRow } from '@gatehouse/control-store';
import { type Draft } from '../patching.js';
import * as faults from './usage-plans.faults.js';

/** What UpdateUsagePlan may change. */
export type UsagePlanDraft = Draft<Pick<UsagePlanRow, 'name' | 'description' | 'productCode' | 'apiStages' | 'throttle' | 'quota'>>;
type PlanRule = Rule<UsagePlanDraft>;

const MOST = Number.MAX_SAFE_INTEGER;
const rate = decimal(0, MOST, faults.BAD_NUMBER);
const count = whole(0, MOST, faults.BAD_NUMBER);
const period = oneOf(['DAY', 'WEEK', 'MONTH'], faults.missingPeriod().message);
const both = (make: (verb: 'add' | 'replace') => PlanRule): readonly PlanRule[] => [make('add'), make('replace')];
const setBoth = (read: typeof rate, at: readonly string[]): readonly PlanRule[] => [add(read, { at }), replace(read, { at })];

/** A quota grows path by path, so the other two members get what AWS starts from. */
const setQuota = (change: (operation: Hit['operation']) => Partial<QuotaColumn>): readonly PlanRule[] =>
  both(verb => custom(verb, (draft, { operation }) => { draft.quota = { limit: 0, offset: 0, period: 'DAY', ...draft.quota, ...change(operation) }; }));

/** `restApiId:stageName` */
function readApiStage(value: string | undefined): { apiId: string; stage: string } {
  const [apiId = '', stage = ''] = (value ?? '').split(':', 2);
  if (apiId === '' || stage === '') throw new PatchRefused(faults.BAD_API_STAGE);
  return { apiId, stage };
}

const addApiStage: PlanRule = custom('add', (draft, { operation }) => {
  const added = readApiStage(operation.value);
  if (draft.apiStages.some(({ apiId, stage }) => apiId === added.apiId && stage === added.stage)) return;
  draft.apiStages = [...draft.apiStages, added];
});

const removeApiStage: PlanRule = custom('remove', (draft, { operation }) => {
  const gone = readApiStage(operation.value);
  const kept = draft.apiStages.filter(({ apiId, stage }) => apiId !== gone.apiId || stage !== gone.stage);
  if (kept.length === draft.apiStages.length) throw new PatchRefused(faults.BAD_API_STAGE, 'missing');
  draft.apiStages = kept;
});

/** Gives one stage of the plan another throttle map; undefined takes it away. */
function changeThrottle(draft: UsagePlanDraft, { holes }: Hit, change: (throttle: Readonly<Record<string, ThrottleColumn>>) => Readonly<Record<string, ThrottleColumn>> | undefined): void {
  const { apiId, stage } = readApiStage(holes['apiStage']);
  const at = draft.apiStages.findIndex(entry => entry.apiId === apiId && entry.stage === stage);
  if (at < 0) throw new PatchRefused(faults.BAD_API_STAGE, 'missing');
  const { throttle = {}, ...rest } = draft.apiStages[at]!;
  const next = change(throttle);
  const entry: ApiStageColumn = next === undefined || Object.keys(next).length === 0 ? rest : { ...rest, throttle: next };
  draft.apiStages = draft.apiStages.map((old, index) => (index === at ? entry : old));
}

const setThrottleMap = (verb: 'add' | 'replace'): PlanRule => custom(verb, (draft, hit) => changeThrottle(draft, hit, () => readThrottleMap(hit.operation.value)));
const removeThrottleMap: PlanRule = custom('remove', (draft, hit) => changeThrottle(draft, hit, () => undefined));

/**
 * `{resourcePath}/{httpMethod}[/rateLimit|burstLimit]`. Some callers escape the path's slashes and some do not, so it is read from its end:
 * the last word tells a limit from a whole method.
 */
function readMethodLimit(rest: string): { method: string; limit: 'rateLimit' | 'burstLimit' | null } {
  const match = /^(.*)\/(rateLimit|burstLimit)$/.exec(rest);
  const method = match?.[1] ?? rest;
  return { method: method.startsWith('/') ? method : `/${method}`, limit: (match?.[2] as 'rateLimit' | 'burstLimit' | undefined) ?? null };
}

const setMethodLimit = (verb: 'add' | 'replace'): PlanRule => custom(verb, (draft, hit) => changeThrottle(draft, hit, throttle => {
  const { method, limit } = readMethodLimit(hit.holes['methodPath'] ?? '');
  if (limit === null) throw new PatchRefused(faults.NO_SUCH_METHOD_THROTTLE);
  const value = limit === 'rateLimit' ? rate(hit.operation.value) : count(hit.operation.value);
  return { ...throttle, [method]: { ...throttle[method], [limit]: value } };
}));

const removeMethodThrottle: PlanRule = custom('remove', (draft, hit) => changeThrottle(draft, hit, throttle => {
  const { method } = readMethodLimit(hit.holes['methodPath'] ?? '');
  if (!Object.hasOwn(throttle, method)) throw new PatchRefused(faults.NO_SUCH_METHOD_THROTTLE, 'missing');
  return Object.fromEntries(Object.entries(throttle).filter(([key]) => key !== method));
}));

/** A whole map comes as JSON text: `{"/pets/GET":{"rateLimit":10,"burstLimit":2}}`. */
function readThrottleMap(value: string | undefined): Readonly<Record<string, ThrottleColumn>> {
  const refuse = (): never => { throw new PatchRefused(faults.BAD_THROTTLE_MAP); };
  let parsed: unknown;
  try {
    parsed = JSON.parse(value ?? '');
  } catch {
    return refuse();
  }
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) return refuse();
  return Object.fromEntries(Object.entries(parsed as Record<string, unknown>).map(([method, limits]) => {
    const { rateLimit, burstLimit } = (limits ?? {}) as { rateLimit?: unknown; burstLimit?: unknown };
    if (![rateLimit, burstLimit].every(limit => limit === undefined || typeof limit === 'number')) return refuse();
    return [readMethodLimit(method).method, { ...(rateLimit !== undefined && { rateLimit: rateLimit as number }), ...(burstLimit !== undefined && { burstLimit: burstLimit as number }) }];
  }));
}

/** UpdateUsagePlan. */
export const usagePlanPatch = patchTable<UsagePlanDraft>({
  '/name': replace(text),
  '/description': replace(textOrNull),
  '/productCode': [add(textOrNull), replace(textOrNull), remove()],
  '/apiStages': [addApiStage, removeApiStage],
  '/apiStages/{apiStage}/throttle': [...both(setThrottleMap), removeThrottleMap],
  '/apiStages/{apiStage}/throttle/{methodPath+}': [...both(setMethodLimit), removeMethodThrottle],
  '/throttle': remove(),
  '/throttle/rateLimit': setBoth(rate, ['throttle', 'rateLimit']),
  '/throttle/burstLimit': setBoth(count, ['throttle', 'burstLimit']),
  '/quota': remove(),
  '/quota/limit': setQuota(({ value }) => ({ limit: count(value) })),
  '/quota/offset': setQuota(({ value }) => ({ offset: count(value) })),
  '/quota/period': setQuota(({ value }) => ({ period: period(value) })),
}, LISTED);
