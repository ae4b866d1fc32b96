import { GetRestApiCommand, PutRestApiCommand, UpdateRestApiCommand } from '@aws-sdk/client-api-gateway';
import { found, orNull, type Provider, unquoted, waitFor } from '../provider.js';
import { replace, type ResourceData } from '../resource-data.js';
import { type Resource } from '../resource.js';
import { flag, json, map, text } from '../schema.js';

async function putPolicy(aws: Provider, data: ResourceData): Promise<string> {
  const { id } = await aws.send(new UpdateRestApiCommand({ restApiId: data.text('rest_api_id'), patchOperations: [replace('/policy', data.text('policy'))] }));
  return id!;
}

/** aws_api_gateway_rest_api_policy: a patch of the API; deleted by an empty policy. */
export const restApiPolicy: Resource = {
  name: 'aws_api_gateway_rest_api_policy',
  schema: { rest_api_id: text.required({ forcesNew: true }), policy: json.required() },
  create: putPolicy,
  async read(aws, { id }) {
    const api = await found(aws.send(new GetRestApiCommand({ restApiId: id })));
    return api && { rest_api_id: orNull(api.id), policy: unquoted(api.policy) };
  },
  update: (aws, _, data) => putPolicy(aws, data),
  delete: async (aws, { attributes }) => {
    await aws.send(new UpdateRestApiCommand({ restApiId: attributes['rest_api_id'] as string, patchOperations: [replace('/policy', '')] }));
  },
};

/** aws_api_gateway_rest_api_put: one import that overwrites; every change replaces it, and its delete does nothing. */
export const restApiPut: Resource = {
  name: 'aws_api_gateway_rest_api_put',
  schema: {
    rest_api_id: text.required({ forcesNew: true }), body: text.required({ forcesNew: true, isWriteOnly: true }), fail_on_warnings: flag.either({ forcesNew: true, isWriteOnly: true }),
    parameters: map.optional({ forcesNew: true, isWriteOnly: true }), triggers: map.optional({ forcesNew: true, isWriteOnly: true }),
  },
  async create(aws, data) {
    const restApiId = data.text('rest_api_id');
    await aws.send(new PutRestApiCommand({
      restApiId, mode: 'overwrite', body: new TextEncoder().encode(data.text('body')), failOnWarnings: data.flag('fail_on_warnings') || undefined, parameters: data.filled('parameters'),
    }));
    for (let looks = 0; looks < 2; looks += 1) await waitFor(async () => ((await found(aws.send(new GetRestApiCommand({ restApiId })))) ? 'Normal' : undefined), ['Normal'], []);
    return restApiId;
  },
  read: async (aws, { id }) => ((await found(aws.send(new GetRestApiCommand({ restApiId: id })))) ? { rest_api_id: id } : null),
  delete: () => Promise.resolve(),
};
