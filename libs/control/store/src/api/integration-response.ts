import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** How a backend's answer becomes the method's. */
export interface IntegrationResponseFields {
  /** A Java regular expression; null marks the default response. */
  readonly selectionPattern: string | null;
  /** `method.response.header.{name}` -> mapping expression. */
  readonly responseParameters: Readonly<Record<string, string>>;
  /** Media type -> template. */
  readonly responseTemplates: Readonly<Record<string, string>>;
  readonly contentHandling: 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT' | null;
}

/** One status code that an integration maps to. */
@Entity('integration_responses')
export class IntegrationResponseRow extends Row {
  @PrimaryColumn({ name: 'rest_api_id', type: 'text' }) restApiId!: string;
  @PrimaryColumn({ name: 'resource_id', type: 'text' }) resourceId!: string;
  @PrimaryColumn({ name: 'http_method', type: 'text' }) httpMethod!: string;
  @PrimaryColumn({ name: 'status_code', type: 'text' }) statusCode!: string;
  @Column({ type: 'jsonb' }) fields!: IntegrationResponseFields;
}
