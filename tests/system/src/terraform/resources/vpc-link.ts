import { CreateVpcLinkCommand, DeleteVpcLinkCommand, GetVpcLinkCommand, UpdateVpcLinkCommand, type VpcLinkStatus } from '@aws-sdk/client-api-gateway';
import { found, orNull, type Provider, tolerating, waitFor } from '../provider.js';
import { type Resource } from '../resource.js';
import { list, map, text } from '../schema.js';

const arnOf = (id: string): string => `/vpclinks/${id}`;
const statusOf = async (aws: Provider, vpcLinkId: string): Promise<VpcLinkStatus | undefined> => (await found(aws.send(new GetVpcLinkCommand({ vpcLinkId }))))?.status;

/** aws_api_gateway_vpc_link: waited for after a create and an update, and until it is gone after a delete. */
export const vpcLink: Resource = {
  name: 'aws_api_gateway_vpc_link',
  schema: { name: text.required(), description: text.optional(), target_arns: list.required({ forcesNew: true }), tags: map.optional(), arn: text.computed() },
  async create(aws, data) {
    const { id } = await aws.send(new CreateVpcLinkCommand({ name: data.text('name'), targetArns: [...data.texts('target_arns')], tags: data.filled('tags'), description: data.given('description') }));
    await waitFor<VpcLinkStatus>(() => statusOf(aws, id!), ['AVAILABLE'], ['PENDING']);
    return id!;
  },
  async read(aws, { id }) {
    const link = await found(aws.send(new GetVpcLinkCommand({ vpcLinkId: id })));
    return link && { arn: aws.arn(arnOf(id)), name: orNull(link.name), description: orNull(link.description), target_arns: link.targetArns ?? [], tags: link.tags ?? {} };
  },
  // Some releases of the provider send the patch with no operation in it when only tags change.
  async update(aws, id, data) {
    await aws.updateTags(aws.arn(arnOf(id)), data);
    await aws.send(new UpdateVpcLinkCommand({ vpcLinkId: id, patchOperations: data.replaces([['name', '/name'], ['description', '/description']]) }));
    await waitFor<VpcLinkStatus>(() => statusOf(aws, id), ['AVAILABLE'], ['PENDING']);
    return id;
  },
  async delete(aws, { id }) {
    await tolerating(aws.send(new DeleteVpcLinkCommand({ vpcLinkId: id })));
    await waitFor(async () => (await statusOf(aws, id)) ?? 'gone', ['gone'], ['PENDING', 'AVAILABLE', 'DELETING']);
  },
};
