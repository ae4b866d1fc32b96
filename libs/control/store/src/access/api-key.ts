import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** An API key. The value lies sealed (its row's id is the associated data) and is found by its digest, which no two keys of an account share. */
@Entity('api_keys')
export class ApiKeyRow extends Row {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text', nullable: true }) name!: string | null;
  @Column({ type: 'text', nullable: true }) description!: string | null;
  @Column({ type: 'boolean' }) enabled!: boolean;
  @Column({ name: 'customer_id', type: 'text', nullable: true }) customerId!: string | null;
  @Column({ name: 'sealed_value', type: 'text' }) sealedValue!: string;
  @Column({ type: 'text' }) digest!: string;
  /** Legacy `restApiId/stageName` marks of CreateApiKey and `/stages` patches; they open nothing by themselves. */
  @Column({ name: 'stage_keys', type: 'jsonb' }) stageKeys!: readonly string[];
  @Column({ type: 'jsonb' }) labels!: readonly string[];
  @Column({ type: 'jsonb' }) tags!: Readonly<Record<string, string>>;
}
