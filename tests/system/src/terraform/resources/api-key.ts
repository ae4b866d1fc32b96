import { CreateApiKeyCommand, DeleteApiKeyCommand, GetApiKeyCommand, UpdateApiKeyCommand } from '@aws-sdk/client-api-gateway';
import { found, orNull, rfc3339, tolerating } from '../provider.js';
import { type Resource } from '../resource.js';
import { flag, map, text } from '../schema.js';

const arnOf = (id: string): string => `/apikeys/${id}`;

/** aws_api_gateway_api_key: the value is always sent, empty when the service is to make it, and always read. */
export const apiKey: Resource = {
  name: 'aws_api_gateway_api_key',
  schema: {
    name: text.required({ forcesNew: true }), description: text.optional({ default: 'Managed by Terraform' }), enabled: flag.optional({ default: true }), customer_id: text.optional(),
    value: text.either({ forcesNew: true }), tags: map.optional(), arn: text.computed(), created_date: text.computed(), last_updated_date: text.computed(),
  },
  async create(aws, data) {
    const { id } = await aws.send(new CreateApiKeyCommand({
      name: data.text('name'), description: data.text('description'), enabled: data.flag('enabled') || undefined, customerId: data.given('customer_id'), value: data.text('value'), tags: data.filled('tags'),
    }));
    return id!;
  },
  async read(aws, { id }) {
    const key = await found(aws.send(new GetApiKeyCommand({ apiKey: id, includeValue: true })));
    return key && {
      arn: aws.arn(arnOf(id)), name: orNull(key.name), description: orNull(key.description), enabled: key.enabled ?? false, customer_id: orNull(key.customerId), value: orNull(key.value),
      created_date: rfc3339(key.createdDate), last_updated_date: rfc3339(key.lastUpdatedDate), tags: key.tags ?? {},
    };
  },
  async update(aws, id, data) {
    await aws.updateTags(aws.arn(arnOf(id)), data);
    if (data.changesBesides('tags')) await aws.send(new UpdateApiKeyCommand({ apiKey: id, patchOperations: data.replaces([['customer_id', '/customerId'], ['description', '/description'], ['enabled', '/enabled']]) }));
    return id;
  },
  delete: (aws, { id }) => tolerating(aws.send(new DeleteApiKeyCommand({ apiKey: id }))),
};
