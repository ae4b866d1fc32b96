import { type DocumentationPartDefinition } from '@gatehouse/contract-definition';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** A published snapshot of an API's documentation: the parts as they were. */
@Entity('documentation_versions')
export class DocumentationVersionRow extends Row {
  @PrimaryColumn({ name: 'rest_api_id', type: 'text' }) restApiId!: string;
  @PrimaryColumn({ name: 'documentation_version', type: 'text' }) documentationVersion!: string;
  @Column({ type: 'text', nullable: true }) description!: string | null;
  @Column({ type: 'jsonb' }) parts!: readonly DocumentationPartDefinition[];
}
