import { type RequestValidatorFields } from '@gatehouse/contract-definition';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** A request validator of a REST API. */
@Entity('request_validators')
export class RequestValidatorRow extends Row {
  @PrimaryColumn({ name: 'rest_api_id', type: 'text' }) restApiId!: string;
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'jsonb' }) fields!: RequestValidatorFields;
}
