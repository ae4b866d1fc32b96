import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** A key's place in a plan. */
@Entity('usage_plan_keys')
export class UsagePlanKeyRow extends Row {
  @PrimaryColumn({ name: 'usage_plan_id', type: 'text' }) usagePlanId!: string;
  @PrimaryColumn({ name: 'api_key_id', type: 'text' }) apiKeyId!: string;
  @Column({ name: 'key_type', type: 'text' }) keyType!: 'API_KEY';
}
