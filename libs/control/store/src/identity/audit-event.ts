import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Row } from '../row.js';

/** One write to the platform: who, when, from where, what. Written in the same transaction as the change itself. */
@Entity('audit_events')
export class AuditEvent extends Row {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) n!: string;
  @Column({ type: 'text' }) operation!: string;
  @Column({ type: 'text' }) action!: string;
  @Column({ name: 'resource_arn', type: 'text' }) resourceArn!: string;
  @Column({ name: 'caller_arn', type: 'text' }) callerArn!: string;
  @Column({ name: 'access_key_id', type: 'text', nullable: true }) accessKeyId!: string | null;
  @Column({ type: 'text' }) via!: string;
  @Column({ name: 'source_address', type: 'text' }) sourceAddress!: string;
  @Column({ name: 'user_agent', type: 'text', nullable: true }) userAgent!: string | null;
  @Column({ name: 'request_id', type: 'text' }) requestId!: string;
  @Column({ type: 'jsonb' }) input!: Readonly<Record<string, unknown>>;
  @Column({ type: 'bigint', nullable: true }) revision!: string | null;
}
