import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** Requests a second and bucket size; either may stand alone. */
export interface ThrottleColumn { readonly rateLimit?: number; readonly burstLimit?: number }
/** `offset` requests are taken off the limit in the plan's first window. */
export interface QuotaColumn { readonly limit: number; readonly offset: number; readonly period: 'DAY' | 'WEEK' | 'MONTH' }
/** Where a plan holds. Keys of `throttle` are `/pets/GET`. */
export interface ApiStageColumn { readonly apiId: string; readonly stage: string; readonly throttle?: Readonly<Record<string, ThrottleColumn>> }

/** A usage plan: which stages its keys open, how fast, and how much. */
@Entity('usage_plans')
export class UsagePlanRow extends Row {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', nullable: true }) description!: string | null;
  @Column({ name: 'api_stages', type: 'jsonb' }) apiStages!: readonly ApiStageColumn[];
  @Column({ type: 'jsonb', nullable: true }) throttle!: ThrottleColumn | null;
  @Column({ type: 'jsonb', nullable: true }) quota!: QuotaColumn | null;
  @Column({ name: 'product_code', type: 'text', nullable: true }) productCode!: string | null;
  /** Our extension: what a gateway does when the counters are out of reach and its slice is spent. */
  @Column({ name: 'on_counter_loss', type: 'text' }) onCounterLoss!: 'open' | 'closed';
  @Column({ type: 'jsonb' }) tags!: Readonly<Record<string, string>>;
}
