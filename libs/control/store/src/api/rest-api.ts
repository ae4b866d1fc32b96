import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

export type EndpointTypeColumn = 'EDGE' | 'REGIONAL' | 'PRIVATE';

/** What a REST API says of itself; never queried, so it lies in one column. `version` is the owner's text, not the row's number. */
export interface RestApiFields {
  readonly description: string | null;
  readonly version: string | null;
  readonly apiKeySource: 'HEADER' | 'AUTHORIZER';
  readonly binaryMediaTypes: readonly string[];
  /** Bytes; null = compression off. */
  readonly minimumCompressionSize: number | null;
  readonly disableExecuteApiEndpoint: boolean;
  readonly endpointTypes: readonly EndpointTypeColumn[];
  readonly ipAddressType: 'ipv4' | 'dualstack';
  readonly vpcEndpointIds: readonly string[];
  /** The resource policy as its owner wrote it. */
  readonly policy: string | null;
  readonly securityPolicy: string | null;
  readonly endpointAccessMode: 'BASIC' | 'STRICT' | null;
}

/** A REST API. Its resources, deployments and stages know it by id. */
@Entity('rest_apis')
export class RestApiRow extends Row {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'root_resource_id', type: 'text' }) rootResourceId!: string;
  @Column({ type: 'jsonb' }) fields!: RestApiFields;
  @Column({ type: 'jsonb' }) tags!: Readonly<Record<string, string>>;
}
