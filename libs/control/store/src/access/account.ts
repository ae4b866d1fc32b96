import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** The settings of the account in a region: one row, made when they are first asked for. */
@Entity('accounts')
export class AccountRow extends Row {
  /** Always `account`: the row is found by account and region. */
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ name: 'cloudwatch_role_arn', type: 'text', nullable: true }) cloudwatchRoleArn!: string | null;
  @Column({ type: 'jsonb' }) features!: readonly string[];
}
