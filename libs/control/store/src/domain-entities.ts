import { BasePathMappingRow } from './domains/base-path-mapping.js';
import { ClientCertificateRow } from './domains/client-certificate.js';
import { DomainNameAccessAssociationRow } from './domains/domain-name-access-association.js';
import { DomainNameRow } from './domains/domain-name.js';
import { VpcLinkRow } from './domains/vpc-link.js';

/** The tables of custom domains, private upstreams and certificates. */
export const DOMAIN_ENTITIES = [DomainNameRow, BasePathMappingRow, DomainNameAccessAssociationRow, VpcLinkRow, ClientCertificateRow];
