import { CreateDomainNameAccessAssociationCommand, DeleteDomainNameAccessAssociationCommand, GetDomainNameAccessAssociationsCommand, type AccessAssociationSourceType, type DomainNameAccessAssociation } from '@aws-sdk/client-api-gateway';
import { allPages, orNull, type Provider, tolerating } from '../provider.js';
import { type Resource } from '../resource.js';
import { map, text } from '../schema.js';

/** There is no call for one association: the provider pages through all of its own. */
async function find(aws: Provider, arn: string): Promise<DomainNameAccessAssociation | null> {
  const all = await allPages(position => aws.send(new GetDomainNameAccessAssociationsCommand({ resourceOwner: 'SELF', position })));
  return all.find(({ domainNameAccessAssociationArn }) => domainNameAccessAssociationArn === arn) ?? null;
}

/** aws_api_gateway_domain_name_access_association: its ARN is its id, and all but tags replaces it. */
export const domainNameAccessAssociation: Resource = {
  name: 'aws_api_gateway_domain_name_access_association',
  schema: {
    access_association_source: text.required({ forcesNew: true }), access_association_source_type: text.required({ forcesNew: true }), domain_name_arn: text.required({ forcesNew: true }), tags: map.optional(), arn: text.computed(),
  },
  async create(aws, data) {
    const { domainNameAccessAssociationArn } = await aws.send(new CreateDomainNameAccessAssociationCommand({
      accessAssociationSource: data.text('access_association_source'), accessAssociationSourceType: data.text('access_association_source_type') as AccessAssociationSourceType,
      domainNameArn: data.text('domain_name_arn'), tags: data.filled('tags'),
    }));
    return domainNameAccessAssociationArn!;
  },
  async read(aws, { id }) {
    const answer = await find(aws, id);
    return answer && {
      arn: orNull(answer.domainNameAccessAssociationArn), access_association_source: orNull(answer.accessAssociationSource), access_association_source_type: orNull(answer.accessAssociationSourceType),
      domain_name_arn: orNull(answer.domainNameArn), tags: answer.tags ?? {},
    };
  },
  async update(aws, id, data) {
    await aws.updateTags(id, data);
    return id;
  },
  delete: (aws, { id }) => tolerating(aws.send(new DeleteDomainNameAccessAssociationCommand({ domainNameAccessAssociationArn: id }))),
};
