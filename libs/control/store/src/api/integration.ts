import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** What a method calls, and how. `httpMethod` is the integration's own. */
export interface IntegrationFields {
  readonly type: 'HTTP' | 'HTTP_PROXY' | 'MOCK' | 'AWS' | 'AWS_PROXY';
  readonly httpMethod: string | null;
  readonly uri: string | null;
  readonly connectionType: 'INTERNET' | 'VPC_LINK' | null;
  readonly connectionId: string | null;
  readonly credentials: string | null;
  /** `integration.request.{path|querystring|header}.{name}` -> mapping expression. */
  readonly requestParameters: Readonly<Record<string, string>>;
  /** Media type -> template. */
  readonly requestTemplates: Readonly<Record<string, string>>;
  readonly passthroughBehavior: 'WHEN_NO_MATCH' | 'WHEN_NO_TEMPLATES' | 'NEVER';
  readonly contentHandling: 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT' | null;
  readonly timeoutInMillis: number;
  readonly cacheNamespace: string;
  readonly cacheKeyParameters: readonly string[];
  /** null = no `tlsConfig` was given. */
  readonly insecureSkipVerification: boolean | null;
  readonly responseTransferMode: 'BUFFERED' | 'STREAM' | null;
  readonly integrationTarget: string | null;
}

/** The integration of a method. */
@Entity('integrations')
export class IntegrationRow extends Row {
  @PrimaryColumn({ name: 'rest_api_id', type: 'text' }) restApiId!: string;
  @PrimaryColumn({ name: 'resource_id', type: 'text' }) resourceId!: string;
  @PrimaryColumn({ name: 'http_method', type: 'text' }) httpMethod!: string;
  @Column({ type: 'jsonb' }) fields!: IntegrationFields;
}
