import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** A token for scripts that cannot sign. Only its digest is stored. */
@Entity('bearer_tokens')
export class BearerToken extends Row {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ name: 'user_id', type: 'text' }) userId!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) digest!: string;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: Date;
  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true }) lastUsedAt!: Date | null;
}
