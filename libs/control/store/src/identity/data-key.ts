import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** The data key that seals secrets, itself sealed under the master key, which never lies in the database. */
@Entity('data_keys')
export class DataKey extends Row {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) sealed!: string;
}
