import { type MethodFields } from '@gatehouse/contract-definition';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** A method of a resource. */
@Entity('methods')
export class MethodRow extends Row {
  @PrimaryColumn({ name: 'rest_api_id', type: 'text' }) restApiId!: string;
  @PrimaryColumn({ name: 'resource_id', type: 'text' }) resourceId!: string;
  @PrimaryColumn({ name: 'http_method', type: 'text' }) httpMethod!: string;
  @Column({ type: 'jsonb' }) fields!: MethodFields;
}
