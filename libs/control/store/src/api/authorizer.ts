import { type AuthorizerFields } from '@gatehouse/contract-definition';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** An authorizer of a REST API. Its name is its own within the API. */
@Entity('authorizers')
export class AuthorizerRow extends Row {
  @PrimaryColumn({ name: 'rest_api_id', type: 'text' }) restApiId!: string;
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'jsonb' }) fields!: AuthorizerFields;
}
