import { FORMAT, pointerKey, type ApiSnapshot, type IntegrationSnapshot, type KeyPage, type MethodSnapshot, type PlanPage, type StageSettings } from '@gatehouse/contract-snapshot';

/** Builders for the documents that a control tower would send: everything has a default, a test names what it is about. */
export const ACCOUNT = '123456789012';
export const REGION = 'us-east-1';

export const integration = (over: Partial<IntegrationSnapshot> = {}): IntegrationSnapshot => ({
  type: 'MOCK', httpMethod: null, uri: null, connectionType: 'INTERNET', connectionId: null, credentials: null, requestParameters: {}, requestTemplates: {}, passthroughBehavior: 'WHEN_NO_MATCH',
  contentHandling: null, timeoutInMillis: 29_000, cacheNamespace: null, cacheKeyParameters: [], insecureSkipVerification: false, responseTransferMode: 'BUFFERED', integrationResponses: [], ...over,
});

export const method = (httpMethod: string, over: Partial<MethodSnapshot> = {}): MethodSnapshot => ({
  httpMethod, authorizationType: 'NONE', authorizerId: null, authorizationScopes: [], apiKeyRequired: false, operationName: null, requestParameters: {}, requestModels: {}, validator: null,
  methodResponses: [{ statusCode: '200', responseParameters: {}, responseModels: {} }], integration: integration(), ...over,
});

export const mockAnswer = (body: string, status = 200): IntegrationSnapshot => integration({
  requestTemplates: { 'application/json': `{"statusCode": ${status}}` },
  integrationResponses: [{ statusCode: String(status), selectionPattern: null, responseParameters: {}, responseTemplates: { 'application/json': body }, contentHandling: null }],
});

/** An HTTP_PROXY to `base` for `/{proxy+}`. */
export const proxyTo = (base: string, over: Partial<IntegrationSnapshot> = {}): IntegrationSnapshot => integration({
  type: 'HTTP_PROXY', httpMethod: 'ANY', uri: `${base}/{proxy}`, requestParameters: { 'integration.request.path.proxy': 'method.request.path.proxy' }, ...over,
});

export function api(restApiId: string, resources: Readonly<Record<string, readonly MethodSnapshot[]>>, over: Partial<ApiSnapshot> = {}): ApiSnapshot {
  return {
    format: FORMAT, kind: 'api', protocol: 'REST', accountId: ACCOUNT, region: REGION, restApiId, name: restApiId, apiKeySource: 'HEADER', binaryMediaTypes: [], minimumCompressionSize: null,
    disableExecuteApiEndpoint: false, endpointTypes: ['REGIONAL'], vpcEndpointIds: [], policy: null, gatewayResponses: {}, models: {}, authorizers: {},
    resources: Object.entries(resources).map(([path, methods], at) => ({ resourceId: `res${at}`, path, methods: [...methods] })), ...over,
  };
}

export const stage = (restApiId: string, over: Partial<StageSettings> = {}): StageSettings => ({
  format: FORMAT, kind: 'stage', accountId: ACCOUNT, region: REGION, restApiId, stageName: 'prod', deploymentId: 'dep001', snapshot: `digest-${restApiId}`, variables: {}, methodSettings: {}, accessLog: null,
  canary: null, tracingEnabled: false, cacheClusterEnabled: false, cacheClusterSize: null, cacheGeneration: 0, authorizerCacheGeneration: 0, ...over,
});

export const plan = (usagePlanId: string, restApiId: string, over: Partial<PlanPage> = {}): PlanPage => ({
  format: FORMAT, kind: 'plan', accountId: ACCOUNT, region: REGION, usagePlanId, throttle: null, quota: null, apiStages: [{ restApiId, stageName: 'prod', throttle: {} }], onCounterLoss: 'closed', ...over,
});

/** Tests' digests are the value itself behind a prefix. */
export const digest = (value: string): string => `digest:${value}`;
export const key = (apiKeyId: string, value: string, usagePlanIds: readonly string[], over: Partial<KeyPage> = {}): KeyPage => ({
  format: FORMAT, kind: 'key', accountId: ACCOUNT, region: REGION, apiKeyId, digest: digest(value), enabled: true, usagePlanIds: [...usagePlanIds], ...over,
});

export const stagePointer = (restApiId: string, stageName = 'prod'): string => pointerKey('stage', ACCOUNT, REGION, restApiId, stageName);
export const planPointer = (usagePlanId: string): string => pointerKey('plan', ACCOUNT, REGION, usagePlanId);
export const keyPointer = (apiKeyId: string): string => pointerKey('key', ACCOUNT, REGION, apiKeyId);
