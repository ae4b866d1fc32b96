import { type ModelFields } from '@gatehouse/contract-definition';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** A model of a REST API. Methods refer to it by its name, which never changes. */
@Entity('models')
export class ModelRow extends Row {
  @PrimaryColumn({ name: 'rest_api_id', type: 'text' }) restApiId!: string;
  @PrimaryColumn({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) id!: string;
  @Column({ type: 'jsonb' }) fields!: ModelFields;
}
