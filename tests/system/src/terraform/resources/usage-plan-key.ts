import { CreateUsagePlanKeyCommand, DeleteUsagePlanKeyCommand, GetUsagePlanKeyCommand } from '@aws-sdk/client-api-gateway';
import { found, orNull, tolerating } from '../provider.js';
import { type Resource } from '../resource.js';
import { type Attributes, text } from '../schema.js';

const place = ({ usage_plan_id, key_id }: Attributes): { usagePlanId: string; keyId: string } => ({ usagePlanId: usage_plan_id as string, keyId: key_id as string });

/** aws_api_gateway_usage_plan_key: every change replaces it. */
export const usagePlanKey: Resource = {
  name: 'aws_api_gateway_usage_plan_key',
  schema: {
    key_id: text.required({ forcesNew: true }), key_type: text.required({ forcesNew: true }), usage_plan_id: text.required({ forcesNew: true }), name: text.computed(), value: text.computed(),
  },
  async create(aws, data) {
    const { id } = await aws.send(new CreateUsagePlanKeyCommand({ ...place(data.planned), keyType: data.text('key_type') }));
    return id!;
  },
  async read(aws, { attributes }) {
    const key = await found(aws.send(new GetUsagePlanKeyCommand(place(attributes))));
    return key && { key_type: orNull(key.type), name: orNull(key.name), value: orNull(key.value) };
  },
  delete: (aws, { attributes }) => tolerating(aws.send(new DeleteUsagePlanKeyCommand(place(attributes)))),
  importer: (_, given) => {
    const [usage_plan_id = '', key_id = ''] = given.split('/');
    return { id: key_id, attributes: { usage_plan_id, key_id } };
  },
};
