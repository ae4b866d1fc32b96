import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** A console session, known by the digest of its cookie. */
@Entity('sessions')
export class Session extends Row {
  @PrimaryColumn({ type: 'text' }) digest!: string;
  @Column({ name: 'user_id', type: 'text' }) userId!: string;
  @Column({ name: 'source_address', type: 'text' }) sourceAddress!: string;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: Date;
}
