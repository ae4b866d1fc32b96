import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** Lets one VPC endpoint reach one private custom domain. */
@Entity('domain_name_access_associations')
export class DomainNameAccessAssociationRow extends Row {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ name: 'domain_name', type: 'text' }) domainName!: string;
  @Column({ name: 'domain_name_id', type: 'text' }) domainNameId!: string;
  /** The id of the VPC endpoint. */
  @Column({ name: 'access_association_source', type: 'text' }) accessAssociationSource!: string;
  @Column({ name: 'access_association_source_type', type: 'text' }) accessAssociationSourceType!: 'VPCE';
  @Column({ type: 'jsonb' }) tags!: Readonly<Record<string, string>>;
}
