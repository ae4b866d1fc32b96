import { type RestApi, type SecurityPolicy } from '@gatehouse/contract-wire';
import { type RestApiRow } from '@gatehouse/control-store';

/** Row -> AWS's RestApi. CreateRestApi leaves empty tags out; the other operations answer `{}`. */
export function presentRestApi({ id, name, rootResourceId, createdAt, fields, tags }: RestApiRow, { emptyTags }: { readonly emptyTags: boolean }): RestApi {
  return {
    id,
    name,
    description: fields.description ?? undefined,
    createdDate: createdAt,
    version: fields.version ?? undefined,
    warnings: fields.warnings,
    binaryMediaTypes: fields.binaryMediaTypes.length > 0 ? fields.binaryMediaTypes : undefined,
    minimumCompressionSize: fields.minimumCompressionSize ?? undefined,
    apiKeySource: fields.apiKeySource,
    endpointConfiguration: {
      types: fields.endpointTypes,
      ipAddressType: fields.ipAddressType,
      vpcEndpointIds: fields.vpcEndpointIds.length > 0 ? fields.vpcEndpointIds : undefined,
    },
    policy: fields.policy === null ? undefined : escaped(fields.policy),
    tags: emptyTags || Object.keys(tags).length > 0 ? tags : undefined,
    disableExecuteApiEndpoint: fields.disableExecuteApiEndpoint,
    rootResourceId,
    securityPolicy: (fields.securityPolicy as SecurityPolicy | null) ?? undefined,
    endpointAccessMode: fields.endpointAccessMode ?? undefined,
  };
}

/** AWS answers the policy as the inside of a JSON string, so it is escaped twice on the wire; Terraform relies on it. */
const escaped = (policy: string): string => JSON.stringify(policy).slice(1, -1);
