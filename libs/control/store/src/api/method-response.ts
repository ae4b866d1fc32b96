import { type MethodResponseFields } from '@gatehouse/contract-definition';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** One status code that a method declares. */
@Entity('method_responses')
export class MethodResponseRow extends Row {
  @PrimaryColumn({ name: 'rest_api_id', type: 'text' }) restApiId!: string;
  @PrimaryColumn({ name: 'resource_id', type: 'text' }) resourceId!: string;
  @PrimaryColumn({ name: 'http_method', type: 'text' }) httpMethod!: string;
  @PrimaryColumn({ name: 'status_code', type: 'text' }) statusCode!: string;
  @Column({ type: 'jsonb' }) fields!: MethodResponseFields;
}
