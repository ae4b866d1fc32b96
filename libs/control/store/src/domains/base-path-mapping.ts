import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** Where a base path of a custom domain leads. An empty base path is the root, which AWS writes `(none)`. */
@Entity('base_path_mappings')
export class BasePathMappingRow extends Row {
  @PrimaryColumn({ name: 'domain_name', type: 'text' }) domainName!: string;
  @PrimaryColumn({ name: 'domain_name_id', type: 'text' }) domainNameId!: string;
  @PrimaryColumn({ name: 'base_path', type: 'text' }) basePath!: string;
  @Column({ name: 'rest_api_id', type: 'text' }) restApiId!: string;
  /** null = the caller names the stage as the first segment after the base path. */
  @Column({ type: 'text', nullable: true }) stage!: string | null;
}
