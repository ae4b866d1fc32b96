import { FORMAT, type DomainPage, type VpcLinkPage } from '@gatehouse/contract-snapshot';
import { type DomainSource, type VpcLinkRow } from '@gatehouse/control-store';

/** The tag that gives a VPC link its meaning here: the origin of a private upstream, such as `http://10.0.0.5:8080`. */
export const TARGET_TAG = 'gatehouse:target';

/** One page of the HostBook: the domain with everything that leads through it. */
export const freezeDomain = ({ domain, mappings, vpcEndpointIds }: DomainSource): DomainPage => ({
  format: FORMAT, kind: 'domain', accountId: domain.accountId, region: domain.region,
  domainName: domain.domainName,
  domainNameId: domain.domainNameId,
  endpointTypes: [...domain.fields.endpointTypes],
  vpcEndpointIds: [...vpcEndpointIds].sort(),
  mappings: mappings.map(({ basePath, restApiId, stage }) => ({ basePath, restApiId, stageName: stage })).sort((a, b) => (a.basePath < b.basePath ? -1 : 1)),
});

/** A VPC link as gateways use it. */
export const freezeVpcLink = ({ accountId, region, id, name, tags }: VpcLinkRow): VpcLinkPage => ({
  format: FORMAT, kind: 'vpc-link', accountId, region, vpcLinkId: id, name, target: Object.hasOwn(tags, TARGET_TAG) ? (tags[TARGET_TAG] ?? null) : null,
});
