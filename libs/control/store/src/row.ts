import { Column, CreateDateColumn, UpdateDateColumn, VersionColumn } from 'typeorm';

/** The columns that every table has: whose it is, where it lives, how often it was written, and when. Account and region are part of every unique key. */
export abstract class Row {
  @Column({ name: 'account_id', type: 'text' }) accountId!: string;
  @Column({ type: 'text' }) region!: string;
  /** Raised by each write through the entity; answered as `ETag`, honoured as `If-Match`. */
  @VersionColumn({ type: 'int' }) version!: number;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: Date;
}
