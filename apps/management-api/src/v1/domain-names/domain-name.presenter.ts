import { createHash } from 'node:crypto';
import { type DomainName, type SecurityPolicy } from '@gatehouse/contract-wire';
import { type DomainNameRow } from '@gatehouse/control-store';
import { domainNameArn } from './domain-name.arn.js';

/** A label that stays the same for a domain, or a region, for ever, as AWS's generated names do. */
const label = (name: string, letters: string): string =>
  [...createHash('sha256').update(name).digest().subarray(0, 10)].map(byte => letters[byte % letters.length]).join('');

/** Row -> AWS's DomainName. `gatewayDomain` is where this installation's default addresses lie: what a CNAME record points at. */
export function presentDomainName(row: DomainNameRow, gatewayDomain: string): DomainName {
  const { fields, domainName } = row;
  const [type] = fields.endpointTypes;
  const isPrivate = type === 'PRIVATE';
  return {
    domainName,
    domainNameId: isPrivate ? row.domainNameId : undefined,
    domainNameArn: domainNameArn(row),
    certificateName: fields.certificateName ?? undefined,
    certificateArn: fields.certificateArn ?? undefined,
    certificateUploadDate: fields.certificateUploadDate === null ? undefined : new Date(fields.certificateUploadDate),
    regionalDomainName: type === 'REGIONAL' ? `d-${label(domainName, 'abcdefghijklmnopqrstuvwxyz0123456789')}.${gatewayDomain}` : undefined,
    // A hosted zone is the region's, not the domain's: whoever writes its DNS records may rely on one for all.
    regionalHostedZoneId: type === 'REGIONAL' ? `Z${label(row.region, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')}` : undefined,
    regionalCertificateName: fields.regionalCertificateName ?? undefined,
    regionalCertificateArn: fields.regionalCertificateArn ?? undefined,
    distributionDomainName: type === 'EDGE' ? `e-${label(domainName, 'abcdefghijklmnopqrstuvwxyz0123456789')}.${gatewayDomain}` : undefined,
    distributionHostedZoneId: type === 'EDGE' ? 'Z2FDTNDATAQYW2' : undefined,
    endpointConfiguration: { types: fields.endpointTypes, ipAddressType: fields.ipAddressType },
    domainNameStatus: 'AVAILABLE',
    securityPolicy: (fields.securityPolicy as SecurityPolicy | null) ?? undefined,
    endpointAccessMode: fields.endpointAccessMode ?? undefined,
    tags: row.tags,
    mutualTlsAuthentication: fields.mutualTlsAuthentication === null ? undefined : {
      truststoreUri: fields.mutualTlsAuthentication.truststoreUri,
      truststoreVersion: fields.mutualTlsAuthentication.truststoreVersion ?? undefined,
      truststoreWarnings: fields.mutualTlsAuthentication.truststoreWarnings.length > 0 ? fields.mutualTlsAuthentication.truststoreWarnings : undefined,
    },
    ownershipVerificationCertificateArn: fields.ownershipVerificationCertificateArn ?? undefined,
    // Unlike an API's, a domain's policies are answered as they were given; Terraform compares them so.
    managementPolicy: fields.managementPolicy ?? undefined,
    policy: fields.policy ?? undefined,
    routingMode: fields.routingMode,
  };
}
