import { parseArn } from '@gatehouse/contract-primitives';
import { badRequest, notFound, type ServiceFault } from '@gatehouse/contract-wire';
import { ApiKeyRow, ClientCertificateRow, DomainNameAccessAssociationRow, DomainNameRow, RestApiRow, type Row, StageRow, UsagePlanRow, VpcLinkRow } from '@gatehouse/control-store';
import { noSuchKey } from '../api-keys/api-keys.faults.js';
import { noSuchCertificate } from '../client-certificates/client-certificates.faults.js';
import { noSuchAssociation } from '../domain-name-access-associations/domain-name-access-associations.faults.js';
import { noSuchDomain } from '../domain-names/domain-names.faults.js';
import { noSuchApi } from '../rest-apis/rest-apis.faults.js';
import { noSuchPlan } from '../usage-plans/usage-plans.faults.js';
import { type V1UseCase } from '../use-case.js';
import { checkTarget } from '../vpc-links/vpc-link.rules.js';
import { noSuchLink } from '../vpc-links/find-vpc-link.js';

/** A table whose rows carry tags, and the row of it that an ARN names. `check` refuses tags that mean something here; `changed` tells gateways of them. */
export interface Taggable {
  readonly check?: (tags: Readonly<Record<string, string>>) => unknown;
  readonly changed?: () => void;
  readonly entity: new () => Row & { tags: Readonly<Record<string, string>> }; readonly where: Readonly<Record<string, string>>; readonly missing: ServiceFault }

interface Kind { readonly path: RegExp; readonly find: (ids: readonly string[], useCase: V1UseCase) => Taggable }

const KINDS: readonly Kind[] = [
  { path: /^\/restapis\/([^/]+)$/, find: ([id = ''], { accountId }) => ({ entity: RestApiRow, where: { id }, missing: noSuchApi(accountId, id) }) },
  { path: /^\/restapis\/([^/]+)\/stages\/([^/]+)$/, find: ([restApiId = '', stageName = '']) => ({ entity: StageRow, where: { restApiId, stageName }, missing: notFound('Invalid stage identifier specified') }) },
  { path: /^\/apikeys\/([^/]+)$/, find: ([id = '']) => ({ entity: ApiKeyRow, where: { id }, missing: noSuchKey() }) },
  { path: /^\/clientcertificates\/([^/]+)$/, find: ([id = '']) => ({ entity: ClientCertificateRow, where: { id }, missing: noSuchCertificate() }) },
  { path: /^\/domainnames\/([^/+]+)(?:\+([^/+]+))?$/, find: ([domainName = '', domainNameId = '']) => ({ entity: DomainNameRow, where: { domainName: domainName.toLowerCase(), domainNameId }, missing: noSuchDomain() }) },
  {
    path: /^\/domainnameaccessassociations\/domainname\/([^/]+)\/vpcesource\/([^/]+)$/,
    find: ([domainName = '', accessAssociationSource = '']) => ({ entity: DomainNameAccessAssociationRow, where: { domainName: domainName.toLowerCase(), accessAssociationSource }, missing: noSuchAssociation() }),
  },
  { path: /^\/vpclinks\/([^/]+)$/, find: ([id = ''], { touched }) => ({ entity: VpcLinkRow, where: { id }, missing: noSuchLink(), check: checkTarget, changed: () => touched.vpcLink(id) }) },
  { path: /^\/usageplans\/([^/]+)$/, find: ([id = '']) => ({ entity: UsagePlanRow, where: { id }, missing: noSuchPlan() }) },
];

/** What an ARN like `arn:aws:apigateway:us-east-1::/restapis/a1b2c3d4e5` names, or AWS's refusal. */
export function taggableOf(resourceArn: string, useCase: V1UseCase): Taggable {
  const arn = parseArn(resourceArn);
  if (arn === null) throw badRequest(`Invalid ARN. ARN is not well formed ${resourceArn.slice(0, 200)}`);
  const isOurs = arn.service === 'apigateway' && arn.region === useCase.region && ['', useCase.accountId].includes(arn.accountId);
  for (const { path, find } of isOurs ? KINDS : []) {
    const match = path.exec(arn.resource);
    if (match) return find(match.slice(1), useCase);
  }
  throw badRequest('Invalid ARN specified in the request');
}
