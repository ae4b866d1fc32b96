import {
  APIGatewayClient, CreateApiKeyCommand, CreateDeploymentCommand, CreateResourceCommand, CreateRestApiCommand, CreateUsagePlanCommand, CreateUsagePlanKeyCommand, GetResourcesCommand,
  PutIntegrationCommand, PutIntegrationResponseCommand, PutMethodCommand, PutMethodResponseCommand, type PutIntegrationCommandInput,
} from '@aws-sdk/client-api-gateway';
import type { Reach } from './product.js';

/** AWS's own client against a running product: nothing but the endpoint differs. */
export const client = ({ managementUrl, region, accessKeyId, secretAccessKey }: Reach): APIGatewayClient =>
  new APIGatewayClient({ endpoint: managementUrl, region, credentials: { accessKeyId, secretAccessKey }, maxAttempts: 3 });

export interface PetApi { readonly restApiId: string; readonly rootId: string; readonly host: string }

/** An API with nothing but its root. */
export async function newApi(aws: APIGatewayClient, name = 'pets'): Promise<PetApi> {
  const { id } = await aws.send(new CreateRestApiCommand({ name }));
  const { items } = await aws.send(new GetResourcesCommand({ restApiId: id! }));
  return { restApiId: id!, rootId: items![0]!.id!, host: `${id}.execute-api.localhost` };
}

export interface MethodOptions { readonly httpMethod?: string; readonly apiKeyRequired?: boolean; readonly integration: Partial<PutIntegrationCommandInput>; readonly responseTemplate?: string; readonly statusCode?: string }

/** A resource below `parentId` with one method; a MOCK gets the responses that it needs. Answers the resource's id. */
export async function addMethod(aws: APIGatewayClient, restApiId: string, parentId: string, pathPart: string, options: MethodOptions): Promise<string> {
  const { id } = await aws.send(new CreateResourceCommand({ restApiId, parentId, pathPart }));
  await putMethod(aws, restApiId, id!, options);
  return id!;
}

export async function putMethod(aws: APIGatewayClient, restApiId: string, resourceId: string, { httpMethod = 'GET', apiKeyRequired = false, integration, responseTemplate = '{"ok":true}', statusCode = '200' }: MethodOptions): Promise<void> {
  const place = { restApiId, resourceId, httpMethod };
  await aws.send(new PutMethodCommand({ ...place, authorizationType: 'NONE', apiKeyRequired }));
  const isMock = integration.type === 'MOCK';
  await aws.send(new PutIntegrationCommand({ ...place, ...(isMock ? { requestTemplates: { 'application/json': `{"statusCode": ${statusCode}}` } } : { integrationHttpMethod: httpMethod }), type: 'MOCK', ...integration }));
  if (!isMock) return;
  await aws.send(new PutMethodResponseCommand({ ...place, statusCode }));
  await aws.send(new PutIntegrationResponseCommand({ ...place, statusCode, responseTemplates: { 'application/json': responseTemplate } }));
}

export const deploy = async (aws: APIGatewayClient, restApiId: string, stageName = 'dev'): Promise<string> => (await aws.send(new CreateDeploymentCommand({ restApiId, stageName }))).id!;

/** A key in a plan of its own over one stage. */
export async function keyWithPlan(aws: APIGatewayClient, apiId: string, limits: { readonly throttle?: { rateLimit: number; burstLimit: number }; readonly quota?: { limit: number; period: 'DAY' | 'WEEK' | 'MONTH' } }, stage = 'dev'): Promise<{ value: string; keyId: string; planId: string }> {
  const key = await aws.send(new CreateApiKeyCommand({ name: 'k', enabled: true }));
  const plan = await aws.send(new CreateUsagePlanCommand({ name: 'p', apiStages: [{ apiId, stage }], ...limits }));
  await aws.send(new CreateUsagePlanKeyCommand({ usagePlanId: plan.id!, keyId: key.id!, keyType: 'API_KEY' }));
  return { value: key.value!, keyId: key.id!, planId: plan.id! };
}
