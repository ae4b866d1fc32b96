import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** An access key for SigV4. The secret is sealed: a signature can only be checked by who can compute it. */
@Entity('access_keys')
export class AccessKey extends Row {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ name: 'user_id', type: 'text' }) userId!: string;
  @Column({ name: 'sealed_secret', type: 'text' }) sealedSecret!: string;
  @Column({ type: 'text' }) status!: 'Active' | 'Inactive';
  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true }) lastUsedAt!: Date | null;
}
