import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** What a custom domain name says of itself. Certificates, hosted zones and edge names are AWS's infrastructure: kept and answered, nothing rests on them here. */
export interface DomainNameFields {
  readonly certificateName: string | null;
  readonly certificateArn: string | null;
  readonly certificateUploadDate: string | null;
  /** A certificate that came with the call, in PEM; its key sealed under the domain's name. */
  readonly uploadedCertificate: { readonly body: string; readonly chain: string | null; readonly sealedPrivateKey: string } | null;
  readonly regionalCertificateName: string | null;
  readonly regionalCertificateArn: string | null;
  readonly endpointTypes: readonly ('EDGE' | 'REGIONAL' | 'PRIVATE')[];
  readonly ipAddressType: 'ipv4' | 'dualstack';
  readonly securityPolicy: string | null;
  readonly endpointAccessMode: 'BASIC' | 'STRICT' | null;
  readonly mutualTlsAuthentication: { readonly truststoreUri: string; readonly truststoreVersion: string | null; readonly truststoreWarnings: readonly string[] } | null;
  readonly ownershipVerificationCertificateArn: string | null;
  readonly routingMode: 'BASE_PATH_MAPPING_ONLY' | 'ROUTING_RULE_ONLY' | 'ROUTING_RULE_THEN_BASE_PATH_MAPPING';
  /** Who may call a private domain, and who may manage it; the owner's JSON. */
  readonly policy: string | null;
  readonly managementPolicy: string | null;
}

/** A custom domain name. `domainNameId` is empty for public ones: a private name may exist several times, told apart by it. */
@Entity('domain_names')
export class DomainNameRow extends Row {
  @PrimaryColumn({ name: 'domain_name', type: 'text' }) domainName!: string;
  @PrimaryColumn({ name: 'domain_name_id', type: 'text' }) domainNameId!: string;
  @Column({ type: 'jsonb' }) fields!: DomainNameFields;
  @Column({ type: 'jsonb' }) tags!: Readonly<Record<string, string>>;
}
