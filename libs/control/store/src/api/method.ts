import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** What a method asks of its callers. */
export interface MethodFields {
  /** NONE, AWS_IAM, CUSTOM or COGNITO_USER_POOLS. */
  readonly authorizationType: string;
  readonly authorizerId: string | null;
  readonly authorizationScopes: readonly string[];
  readonly apiKeyRequired: boolean;
  readonly operationName: string | null;
  readonly requestValidatorId: string | null;
  /** `method.request.{path|querystring|header}.{name}` -> required. */
  readonly requestParameters: Readonly<Record<string, boolean>>;
  /** Media type -> model name. */
  readonly requestModels: Readonly<Record<string, string>>;
}

/** A method of a resource. */
@Entity('methods')
export class MethodRow extends Row {
  @PrimaryColumn({ name: 'rest_api_id', type: 'text' }) restApiId!: string;
  @PrimaryColumn({ name: 'resource_id', type: 'text' }) resourceId!: string;
  @PrimaryColumn({ name: 'http_method', type: 'text' }) httpMethod!: string;
  @Column({ type: 'jsonb' }) fields!: MethodFields;
}
