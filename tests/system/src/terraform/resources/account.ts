import { GetAccountCommand, UpdateAccountCommand, type Account } from '@aws-sdk/client-api-gateway';
import { orNull, type Provider } from '../provider.js';
import { replace, type ResourceData } from '../resource-data.js';
import { type Resource } from '../resource.js';
import { type Attributes, flag, list, set, text } from '../schema.js';

const flatten = ({ cloudwatchRoleArn, throttleSettings, features, apiKeyVersion }: Account): Attributes => ({
  cloudwatch_role_arn: orNull(cloudwatchRoleArn), api_key_version: orNull(apiKeyVersion), features: features ?? [],
  throttle_settings: throttleSettings ? [{ burst_limit: orNull(throttleSettings.burstLimit), rate_limit: orNull(throttleSettings.rateLimit) }] : [],
});

/** An empty role is a replace without a value. */
async function put(aws: Provider, data: ResourceData): Promise<string> {
  await aws.send(new UpdateAccountCommand({ patchOperations: [replace('/cloudwatchRoleArn', data.given('cloudwatch_role_arn'))] }));
  return 'api-gateway-account';
}

/** aws_api_gateway_account: one for each region; destroying it forgets it, or takes the role away with `reset_on_delete`. */
export const account: Resource = {
  name: 'aws_api_gateway_account',
  schema: { cloudwatch_role_arn: text.optional(), reset_on_delete: flag.optional({ isWriteOnly: true }), api_key_version: text.computed(), features: set.computed(), throttle_settings: list.computed() },
  create: put,
  read: async aws => flatten(await aws.send(new GetAccountCommand({}))),
  update: (aws, _, data) => put(aws, data),
  delete: async (aws, { attributes }) => {
    if (attributes['reset_on_delete']) await aws.send(new UpdateAccountCommand({ patchOperations: [replace('/cloudwatchRoleArn', undefined)] }));
  },
};
