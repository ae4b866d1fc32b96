import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';
import { type StoredSource } from '../source.js';

/** A deployment: the API's rows as they were (`source`), and the digest of the document that was frozen from them. Neither ever changes. */
@Entity('deployments')
export class DeploymentRow extends Row {
  @PrimaryColumn({ name: 'rest_api_id', type: 'text' }) restApiId!: string;
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text', nullable: true }) description!: string | null;
  @Column({ type: 'jsonb' }) source!: StoredSource;
  @Column({ name: 'snapshot_digest', type: 'text' }) snapshotDigest!: string;
}
