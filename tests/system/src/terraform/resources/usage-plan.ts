import { CreateUsagePlanCommand, DeleteUsagePlanCommand, GetUsagePlanCommand, UpdateUsagePlanCommand, type ApiStage, type PatchOperation, type QuotaPeriodType, type ThrottleSettings } from '@aws-sdk/client-api-gateway';
import { found, orNull, tolerating } from '../provider.js';
import { add, remove, replace, type ResourceData } from '../resource-data.js';
import { type Resource } from '../resource.js';
import { type Attributes, list, map, number, type Schema, set, text } from '../schema.js';

const arnOf = (id: string): string => `/usageplans/${id}`;
const LIMITS: Schema = { burst_limit: number.optional({ default: 0 }), rate_limit: number.optional({ default: 0 }) };
const limits = ({ burst_limit, rate_limit }: Attributes): ThrottleSettings => ({ burstLimit: burst_limit as number, rateLimit: rate_limit as number });
const blocks = (value: Attributes[string] | undefined): readonly Attributes[] => (value ?? []) as readonly Attributes[];
const named = ({ api_id, stage }: Attributes): string => `${api_id as string}:${stage as string}`;

const expandStages = (stages: readonly Attributes[]): ApiStage[] | undefined => (stages.length === 0 ? undefined : stages.map(entry => ({
  apiId: entry['api_id'] as string, stage: entry['stage'] as string,
  throttle: blocks(entry['throttle']).length > 0 ? Object.fromEntries(blocks(entry['throttle']).map(throttle => [throttle['path'] as string, limits(throttle)])) : undefined,
})));

const flattenStages = (stages: readonly ApiStage[]): readonly Attributes[] => stages.map(({ apiId, stage, throttle }) => ({
  api_id: orNull(apiId), stage: orNull(stage), throttle: Object.entries(throttle ?? {}).map(([path, { rateLimit, burstLimit }]) => ({ path, rate_limit: rateLimit ?? 0, burst_limit: burstLimit ?? 0 })),
}));

/** All stages leave, then all come, each with its throttles, whose paths go as the user wrote them. */
function stageOperations(data: ResourceData): PatchOperation[] {
  if (!data.changes('api_stages')) return [];
  return [
    ...blocks(data.value('api_stages', data.before)).map(old => remove('/apiStages', named(old))),
    ...data.blocks('api_stages').flatMap(next => [add('/apiStages', named(next)), ...blocks(next['throttle']).flatMap(throttle => {
      const path = `/apiStages/${named(next)}/throttle/${throttle['path'] as string}`;
      return [replace(`${path}/rateLimit`, String(throttle['rate_limit'])), replace(`${path}/burstLimit`, String(throttle['burst_limit']))];
    })]),
  ];
}

/** A block that is there is replaced member by member, whatever changed in it; one that is not goes as a whole. */
function blockOperations(data: ResourceData, name: string, path: string, members: readonly (readonly [string, string])[]): PatchOperation[] {
  if (!data.changes(name)) return [];
  return data.has(name) ? members.map(([member, part]) => replace(`${path}/${part}`, String(data.value(`${name}.0.${member}`)))) : [remove(path)];
}

const operations = (data: ResourceData): PatchOperation[] => [
  ...data.replaces([['name', '/name'], ['description', '/description']]),
  ...(data.changes('product_code') ? [data.has('product_code') ? replace('/productCode', data.text('product_code')) : remove('/productCode')] : []),
  ...stageOperations(data),
  ...blockOperations(data, 'throttle_settings', '/throttle', [['rate_limit', 'rateLimit'], ['burst_limit', 'burstLimit']]),
  ...blockOperations(data, 'quota_settings', '/quota', [['limit', 'limit'], ['offset', 'offset'], ['period', 'period']]),
];

/** aws_api_gateway_usage_plan: a product code comes by a patch after the create, and the stages leave before the delete. */
export const usagePlan: Resource = {
  name: 'aws_api_gateway_usage_plan',
  schema: {
    name: text.required(), description: text.optional(), product_code: text.optional(), tags: map.optional(), arn: text.computed(), throttle_settings: list.optional({ of: LIMITS }),
    quota_settings: list.optional({ of: { limit: number.required(), offset: number.optional({ default: 0 }), period: text.required() } }),
    api_stages: set.optional({ of: { api_id: text.required(), stage: text.required(), throttle: set.optional({ of: { path: text.required(), ...LIMITS } }) } }),
  },
  async create(aws, data) {
    const [quota, throttle] = [data.blocks('quota_settings')[0], data.blocks('throttle_settings')[0]];
    const { id } = await aws.send(new CreateUsagePlanCommand({
      name: data.text('name'), description: data.given('description'), tags: data.filled('tags'), apiStages: expandStages(data.blocks('api_stages')), throttle: throttle && limits(throttle),
      quota: quota && { limit: quota['limit'] as number, offset: quota['offset'] as number, period: quota['period'] as QuotaPeriodType },
    }));
    if (data.has('product_code')) await aws.send(new UpdateUsagePlanCommand({ usagePlanId: id!, patchOperations: [add('/productCode', data.text('product_code'))] }));
    return id!;
  },
  // What the answer leaves out is left as it was planned.
  async read(aws, { id }) {
    const plan = await found(aws.send(new GetUsagePlanCommand({ usagePlanId: id })));
    return plan && {
      arn: aws.arn(arnOf(id)), description: orNull(plan.description), name: orNull(plan.name), product_code: orNull(plan.productCode), tags: plan.tags ?? {},
      ...(plan.apiStages && { api_stages: flattenStages(plan.apiStages) }),
      ...(plan.quota && { quota_settings: [{ limit: orNull(plan.quota.limit), offset: orNull(plan.quota.offset), period: orNull(plan.quota.period) }] }),
      ...(plan.throttle && { throttle_settings: [{ burst_limit: orNull(plan.throttle.burstLimit), rate_limit: orNull(plan.throttle.rateLimit) }] }),
    };
  },
  async update(aws, id, data) {
    await aws.updateTags(aws.arn(arnOf(id)), data);
    if (data.changesBesides('tags')) await aws.send(new UpdateUsagePlanCommand({ usagePlanId: id, patchOperations: operations(data) }));
    return id;
  },
  async delete(aws, { id, attributes }) {
    const stages = blocks(attributes['api_stages']);
    if (stages.length > 0) await aws.send(new UpdateUsagePlanCommand({ usagePlanId: id, patchOperations: stages.map(old => remove('/apiStages', named(old))) }));
    await tolerating(aws.send(new DeleteUsagePlanCommand({ usagePlanId: id })));
  },
};
