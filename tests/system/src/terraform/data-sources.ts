import {
  GetApiKeyCommand, GetApiKeysCommand, GetAuthorizerCommand, GetAuthorizersCommand, GetDomainNameCommand, GetExportCommand, GetResourcesCommand, GetRestApisCommand, GetSdkCommand, GetVpcLinksCommand,
} from '@aws-sdk/client-api-gateway';
import { allPages, orNull, type Provider, rfc3339 } from './provider.js';
import { rootResourceId } from './resources/rest-api.js';
import { flattenEndpoint } from './resources/endpoint-configuration.js';
import { type Attributes } from './schema.js';

/** The one item of a list that a data source may find. */
function single<Item>(items: readonly Item[]): Item {
  if (items.length !== 1) throw new Error(items.length === 0 ? 'empty result' : 'too many results');
  return items[0]!;
}

const text = (body: Uint8Array | undefined): string => new TextDecoder().decode(body);

/** The provider's data sources for REST APIs: what is asked, and how the answers become attributes. */
export const DATA_SOURCES = {
  async apiKey(aws: Provider, id: string): Promise<Attributes> {
    const key = await aws.send(new GetApiKeyCommand({ apiKey: id, includeValue: true }));
    return {
      id, arn: aws.arn(`/apikeys/${id}`), name: orNull(key.name), description: orNull(key.description), enabled: key.enabled ?? false, value: orNull(key.value), customer_id: orNull(key.customerId),
      created_date: rfc3339(key.createdDate), last_updated_date: rfc3339(key.lastUpdatedDate), tags: key.tags ?? {},
    };
  },
  async apiKeys(aws: Provider, { customerId, includeValues }: { readonly customerId?: string; readonly includeValues?: boolean } = {}): Promise<readonly Attributes[]> {
    const items = await allPages(position => aws.send(new GetApiKeysCommand({ customerId, includeValues, position })));
    return items.map(key => ({
      id: orNull(key.id), name: orNull(key.name), description: orNull(key.description), enabled: key.enabled ?? false, customer_id: orNull(key.customerId), value: orNull(key.value), stage_keys: key.stageKeys ?? [], tags: key.tags ?? {},
      created_date: rfc3339(key.createdDate), last_updated_date: rfc3339(key.lastUpdatedDate),
    }));
  },
  async authorizer(aws: Provider, restApiId: string, authorizerId: string): Promise<Attributes> {
    const answer = await aws.send(new GetAuthorizerCommand({ restApiId, authorizerId }));
    return {
      arn: aws.arn(`/restapis/${restApiId}/authorizers/${authorizerId}`), name: orNull(answer.name), type: orNull(answer.type), authorizer_uri: orNull(answer.authorizerUri), identity_source: orNull(answer.identitySource),
      authorizer_credentials: orNull(answer.authorizerCredentials), identity_validation_expression: orNull(answer.identityValidationExpression), provider_arns: answer.providerARNs ?? [],
      authorizer_result_ttl_in_seconds: answer.authorizerResultTtlInSeconds ?? 300,
    };
  },
  async authorizers(aws: Provider, restApiId: string): Promise<readonly string[]> {
    return (await allPages(position => aws.send(new GetAuthorizersCommand({ restApiId, position })))).map(({ id }) => id!);
  },
  async domainName(aws: Provider, domainName: string, domainNameId?: string): Promise<Attributes> {
    const answer = await aws.send(new GetDomainNameCommand({ domainName, domainNameId }));
    return {
      certificate_arn: orNull(answer.certificateArn), certificate_name: orNull(answer.certificateName), certificate_upload_date: rfc3339(answer.certificateUploadDate), cloudfront_domain_name: orNull(answer.distributionDomainName),
      domain_name: orNull(answer.domainName), domain_name_id: orNull(answer.domainNameId), endpoint_configuration: flattenEndpoint(answer.endpointConfiguration), policy: orNull(answer.policy),
      regional_certificate_arn: orNull(answer.regionalCertificateArn), regional_certificate_name: orNull(answer.regionalCertificateName), regional_domain_name: orNull(answer.regionalDomainName),
      regional_zone_id: orNull(answer.regionalHostedZoneId), security_policy: orNull(answer.securityPolicy), tags: answer.tags ?? {},
    };
  },
  async export(aws: Provider, restApiId: string, stageName: string, exportType: 'oas30' | 'swagger', { accepts, parameters }: { readonly accepts?: string; readonly parameters?: Record<string, string> } = {}): Promise<{ readonly body: string; readonly contentType: string; readonly contentDisposition: string }> {
    const answer = await aws.send(new GetExportCommand({ restApiId, stageName, exportType, accepts, parameters }));
    return { body: text(answer.body), contentType: answer.contentType ?? '', contentDisposition: answer.contentDisposition ?? '' };
  },
  async resource(aws: Provider, restApiId: string, path: string): Promise<Attributes> {
    const match = single((await allPages(position => aws.send(new GetResourcesCommand({ restApiId, position })))).filter(each => each.path === path));
    return { id: orNull(match.id), parent_id: orNull(match.parentId), path_part: orNull(match.pathPart) };
  },
  async restApi(aws: Provider, name: string): Promise<Attributes> {
    const match = single((await allPages(position => aws.send(new GetRestApisCommand({ position })))).filter(each => each.name === name));
    const id = match.id!;
    return {
      id, arn: aws.arn(`/restapis/${id}`), execution_arn: aws.executionArn(id), description: orNull(match.description), policy: orNull(match.policy), api_key_source: orNull(match.apiKeySource), binary_media_types: match.binaryMediaTypes ?? [],
      minimum_compression_size: match.minimumCompressionSize ?? -1, endpoint_configuration: flattenEndpoint(match.endpointConfiguration), tags: match.tags ?? {}, root_resource_id: await rootResourceId(aws, id),
    };
  },
  async sdk(aws: Provider, restApiId: string, stageName: string, sdkType: string, parameters?: Record<string, string>): Promise<{ readonly size: number; readonly contentType: string; readonly contentDisposition: string }> {
    const answer = await aws.send(new GetSdkCommand({ restApiId, stageName, sdkType, parameters }));
    return { size: answer.body?.length ?? 0, contentType: answer.contentType ?? '', contentDisposition: answer.contentDisposition ?? '' };
  },
  async vpcLink(aws: Provider, name: string): Promise<Attributes> {
    const match = single((await allPages(position => aws.send(new GetVpcLinksCommand({ position })))).filter(each => each.name === name));
    return { id: orNull(match.id), arn: aws.arn(`/vpclinks/${match.id}`), name: orNull(match.name), description: orNull(match.description), status: orNull(match.status), target_arns: match.targetArns ?? [], tags: match.tags ?? {} };
  },
};
