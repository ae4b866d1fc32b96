import { prepare, V1, type Call, type DomainName, type PatchOperation } from '@gatehouse/client-calls';
import { z } from 'zod';
import type { DomainPlace } from './domain-place';

type EndpointType = 'REGIONAL' | 'EDGE' | 'PRIVATE';

/** The form of a domain. The certificate is one member at AWS for regional domains, another for all others. */
export interface DomainDraft {
  readonly domainName: string;
  readonly endpointType: EndpointType;
  readonly certificateArn: string;
}

/** What the form of a new domain begins with. */
export const NEW_DOMAIN: DomainDraft = { domainName: '', endpointType: 'REGIONAL', certificateArn: '' };

/** A host name of at least two labels; the first may be a star. */
export const DomainForm = z.object({
  domainName: z
    .string()
    .regex(/^(\*\.)?([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/, 'A host name, such as api.example.com or *.example.com.'),
  endpointType: z.enum(['REGIONAL', 'EDGE', 'PRIVATE']),
  certificateArn: z.string().refine(arn => arn === '' || arn.startsWith('arn:'), 'The ARN of a certificate.'),
});

const certificateMember = (type: EndpointType): 'regionalCertificateArn' | 'certificateArn' =>
  type === 'REGIONAL' ? 'regionalCertificateArn' : 'certificateArn';
const typeOf = ({ endpointConfiguration }: DomainName): EndpointType => endpointConfiguration?.types?.[0] ?? 'REGIONAL';

/** The form of a domain as it is stored. */
export const draftOfDomain = (domain: DomainName): DomainDraft => ({
  domainName: domain.domainName,
  endpointType: typeOf(domain),
  certificateArn: domain[certificateMember(typeOf(domain))] ?? '',
});

/** What makes a domain. */
export const creation = ({ domainName, endpointType, certificateArn }: DomainDraft): readonly Call[] => [
  prepare(V1.CreateDomainName, {
    domainName,
    endpointConfiguration: { types: [endpointType] },
    ...(certificateArn ? { [certificateMember(endpointType)]: certificateArn } : {}),
  }),
];

/** What gives a domain another certificate, or none; its name and type stay. */
export function change(place: DomainPlace, base: DomainDraft, after: DomainDraft): readonly Call[] {
  if (base.certificateArn === after.certificateArn) return [];
  const path = `/${certificateMember(base.endpointType)}`;
  const operation: PatchOperation = after.certificateArn ? { op: 'replace', path, value: after.certificateArn } : { op: 'remove', path };
  return [prepare(V1.UpdateDomainName, { ...place, patchOperations: [operation] })];
}
