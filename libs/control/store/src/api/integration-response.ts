import { type IntegrationResponseFields } from '@gatehouse/contract-definition';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** One status code that an integration maps to. */
@Entity('integration_responses')
export class IntegrationResponseRow extends Row {
  @PrimaryColumn({ name: 'rest_api_id', type: 'text' }) restApiId!: string;
  @PrimaryColumn({ name: 'resource_id', type: 'text' }) resourceId!: string;
  @PrimaryColumn({ name: 'http_method', type: 'text' }) httpMethod!: string;
  @PrimaryColumn({ name: 'status_code', type: 'text' }) statusCode!: string;
  @Column({ type: 'jsonb' }) fields!: IntegrationResponseFields;
}
