import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** What a method may answer under one status code. */
export interface MethodResponseFields {
  /** `method.response.header.{name}` -> required (AWS keeps the word; it checks nothing). */
  readonly responseParameters: Readonly<Record<string, boolean>>;
  /** Media type -> model name. */
  readonly responseModels: Readonly<Record<string, string>>;
}

/** One status code that a method declares. */
@Entity('method_responses')
export class MethodResponseRow extends Row {
  @PrimaryColumn({ name: 'rest_api_id', type: 'text' }) restApiId!: string;
  @PrimaryColumn({ name: 'resource_id', type: 'text' }) resourceId!: string;
  @PrimaryColumn({ name: 'http_method', type: 'text' }) httpMethod!: string;
  @PrimaryColumn({ name: 'status_code', type: 'text' }) statusCode!: string;
  @Column({ type: 'jsonb' }) fields!: MethodResponseFields;
}
