import { type RestApiFields } from '@gatehouse/contract-definition';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** A REST API. Its resources, deployments and stages know it by id. */
@Entity('rest_apis')
export class RestApiRow extends Row {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'root_resource_id', type: 'text' }) rootResourceId!: string;
  @Column({ type: 'jsonb' }) fields!: RestApiFields;
  @Column({ type: 'jsonb' }) tags!: Readonly<Record<string, string>>;
}
