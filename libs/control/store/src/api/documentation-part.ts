import { type DocumentationLocation } from '@gatehouse/contract-definition';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** One piece of an API's documentation. `locationKey` is the canonical text of the location, so that a place has one part. */
@Entity('documentation_parts')
export class DocumentationPartRow extends Row {
  @PrimaryColumn({ name: 'rest_api_id', type: 'text' }) restApiId!: string;
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ name: 'location_key', type: 'text' }) locationKey!: string;
  @Column({ type: 'jsonb' }) location!: DocumentationLocation;
  /** The owner's JSON, as text. */
  @Column({ type: 'text' }) properties!: string;
}
