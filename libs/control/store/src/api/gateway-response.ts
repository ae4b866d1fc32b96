import { type GatewayResponseFields } from '@gatehouse/contract-definition';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** A gateway response that the owner customised; types without a row answer AWS's default. */
@Entity('gateway_responses')
export class GatewayResponseRow extends Row {
  @PrimaryColumn({ name: 'rest_api_id', type: 'text' }) restApiId!: string;
  @PrimaryColumn({ name: 'response_type', type: 'text' }) responseType!: string;
  @Column({ type: 'jsonb' }) fields!: GatewayResponseFields;
}
