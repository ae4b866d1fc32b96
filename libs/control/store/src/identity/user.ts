import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** A person or program that calls the management API. Policies are inline documents; the first-run administrator has one that allows everything. */
@Entity('users')
export class User extends Row {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ name: 'user_name', type: 'text' }) userName!: string;
  @Column({ type: 'text' }) path!: string;
  /** scrypt, see PasswordHash; null = no console sign-in. */
  @Column({ name: 'password_hash', type: 'text', nullable: true }) passwordHash!: string | null;
  @Column({ name: 'is_disabled', type: 'boolean' }) isDisabled!: boolean;
  @Column({ type: 'jsonb' }) policies!: readonly { readonly name: string; readonly document: unknown }[];
}
