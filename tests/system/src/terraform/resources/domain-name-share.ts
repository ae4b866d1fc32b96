import { BadRequestException, GetDomainNameCommand, GetDomainNamesCommand, UpdateDomainNameCommand, type DomainName } from '@aws-sdk/client-api-gateway';
import { allPages, found, type Provider, tolerating } from '../provider.js';
import { remove, replace, type ResourceData } from '../resource-data.js';
import { type Resource } from '../resource.js';
import { set, text } from '../schema.js';

const ACTION = 'apigateway:CreateAccessAssociation';
interface Policy { readonly Statement?: readonly { readonly Action: string; readonly Principal: { readonly AWS: string | readonly string[] } }[] }

/** Only the id is known, so the domain is looked for among all, and then read. */
async function find(aws: Provider, domainNameId: string): Promise<DomainName | null> {
  const match = (await allPages(position => aws.send(new GetDomainNamesCommand({ position })))).find(each => each.domainNameId === domainNameId);
  return match ? found(aws.send(new GetDomainNameCommand({ domainName: match.domainName, domainNameId }))) : null;
}

async function put(aws: Provider, data: ResourceData): Promise<string> {
  const domainNameId = data.text('domain_name_id');
  const domain = await find(aws, domainNameId);
  if (!domain) throw new Error(`no domain name ${domainNameId}`);
  const policy = {
    Version: '2012-10-17',
    Statement: [{
      Action: ACTION, Effect: 'Allow', Principal: { AWS: [...data.texts('allowed_accounts')].sort().map(account => `arn:aws:iam::${account}:root`) },
      Resource: `arn:aws:apigateway:${aws.region}:${aws.accountId}:/domainnames/${domain.domainName}+${domainNameId}`,
    }],
  };
  await aws.send(new UpdateDomainNameCommand({ domainName: domain.domainName, domainNameId, patchOperations: [replace('/managementPolicy', JSON.stringify(policy))] }));
  return domainNameId;
}

const accountsOf = (policy: string): readonly string[] => (JSON.parse(policy) as Policy).Statement?.filter(({ Action }) => Action === ACTION)
  .flatMap(({ Principal }) => [Principal.AWS].flat()).map(arn => arn.split(':')[4] ?? arn).sort() ?? [];

/** aws_api_gateway_domain_name_share: the management policy of a private domain, read as the accounts in it. */
export const domainNameShare: Resource = {
  name: 'aws_api_gateway_domain_name_share',
  schema: { allowed_accounts: set.required(), domain_name_id: text.required({ forcesNew: true }) },
  create: put,
  async read(aws, { id }) {
    const domain = await find(aws, id);
    if (!domain?.managementPolicy) return null;
    const allowed_accounts = accountsOf(domain.managementPolicy);
    return allowed_accounts.length > 0 ? { allowed_accounts, domain_name_id: domain.domainNameId! } : null;
  },
  update: (aws, _, data) => put(aws, data),
  async delete(aws, { id }) {
    const domain = await find(aws, id);
    if (!domain) return;
    await tolerating(
      aws.send(new UpdateDomainNameCommand({ domainName: domain.domainName, domainNameId: id, patchOperations: [remove('/managementPolicy')] })),
      error => error instanceof BadRequestException && error.message.includes('Invalid patch path'),
    );
  },
};
