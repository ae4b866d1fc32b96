import { type OperationName } from './recorder.js';
import { methodOf, responseOf } from './tour.js';
import { ACCOUNT, DOMAIN, LAMBDA_URI, POLICY, PRIVATE_DOMAIN, today, type World } from './world.js';

/** A patch operation in short: verb, path and value; for a copy the value is where it comes from. */
export type Patch = readonly [verb: 'add' | 'replace' | 'remove' | 'copy', path: string, value?: string];
/** One resource of AWS's own table of patch operations: who patches it, who reads it, and every path and verb of its row, each with a value that fits what came before. */
export interface PatchRow { readonly operation: OperationName; readonly reader: OperationName; place(world: World): object; readonly read?: (world: World) => object; patches(world: World): readonly Patch[] }

const api = (w: World) => ({ restApiId: w.restApiId });
const replaced = (path: string, ...values: readonly string[]): readonly Patch[] => values.map(value => ['replace', path, value] as const);
/** A R X */
const whole = (path: string, first: string, second: string): readonly Patch[] => [['add', path, first], ['replace', path, second], ['remove', path]];
/** A X */
const entry = (path: string, value: string): readonly Patch[] => [['add', path, value], ['remove', path, value]];
const CERTIFICATE = `arn:aws:acm:us-east-1:${ACCOUNT}:certificate/22222222-2222-3333-4444-555555555555`;
const POOL = `arn:aws:cognito-idp:us-east-1:${ACCOUNT}:userpool/us-east-1_abc`;
const settingsOf = (at: string): readonly Patch[] => ([
  ['metrics/enabled', 'true'], ['logging/dataTrace', 'true'], ['logging/loglevel', 'INFO'], ['throttling/burstLimit', '7'], ['throttling/rateLimit', '7.5'], ['caching/enabled', 'true'], ['caching/dataEncrypted', 'true'], ['caching/ttlInSeconds', '60'],
  ['caching/requireAuthorizationForCacheControl', 'false'], ['caching/unauthorizedCacheControlHeaderStrategy', 'FAIL_WITH_403'],
] as const).map(([name, value]) => ['replace', `${at}/${name}`, value] as const);

/** AWS's table, row by row. */
export const PATCHES: readonly PatchRow[] = [
  { operation: 'UpdateAccount', reader: 'GetAccount', place: () => ({}), patches: () => [...replaced('/cloudwatchRoleArn', `arn:aws:iam::${ACCOUNT}:role/other`), ['add', '/features', 'UsagePlans']] },
  {
    operation: 'UpdateApiKey', reader: 'GetApiKey', place: w => ({ apiKey: w.apiKey }),
    patches: w => [...replaced('/customerId', 'other'), ...replaced('/description', 'other'), ...replaced('/enabled', 'false', 'true'), ...replaced('/name', 'other'), ...entry('/labels', 'blue'), ...entry('/stages', `${w.restApiId}/dev`)],
  },
  {
    operation: 'UpdateAuthorizer', reader: 'GetAuthorizer', place: w => ({ ...api(w), authorizerId: w.authorizerId }),
    patches: () => [
      ...replaced('/authorizerUri', LAMBDA_URI.replace(':auth/', ':other/')), ...replaced('/authorizerCredentials', `arn:aws:iam::${ACCOUNT}:role/auth`), ...replaced('/authorizerResultTtlInSeconds', '0', '3600'), ...replaced('/authType', 'oauth2'),
      ...replaced('/identityValidationExpression', 'Bearer .+'), ...replaced('/name', 'other'), ...replaced('/identitySource', 'method.request.header.X-Token'), ['add', '/providerARNs', POOL], ['remove', '/providerARNs', POOL],
    ],
  },
  { operation: 'UpdateBasePathMapping', reader: 'GetBasePathMapping', place: () => ({ domainName: DOMAIN, basePath: 'other' }), patches: w => [...replaced('/restapiId', w.restApiId), ...replaced('/stage', 'prod')] },
  { operation: 'UpdateClientCertificate', reader: 'GetClientCertificate', place: w => ({ clientCertificateId: w.clientCertificateId }), patches: () => replaced('/description', 'other') },
  { operation: 'UpdateDeployment', reader: 'GetDeployment', place: w => ({ ...api(w), deploymentId: w.deploymentId }), patches: () => replaced('/description', 'other') },
  { operation: 'UpdateDocumentationPart', reader: 'GetDocumentationPart', place: w => ({ ...api(w), documentationPartId: w.documentationPartId }), patches: () => replaced('/properties', '{"description":"other"}') },
  { operation: 'UpdateDocumentationVersion', reader: 'GetDocumentationVersion', place: w => ({ ...api(w), documentationVersion: '1' }), patches: () => replaced('/description', 'other') },
  {
    operation: 'UpdateDomainName', reader: 'GetDomainName', place: () => ({ domainName: DOMAIN }),
    patches: () => [
      ...replaced('/regionalCertificateArn', CERTIFICATE), ...replaced('/regionalCertificateName', 'other'), ...replaced('/endpointConfiguration/ipAddressType', 'dualstack', 'ipv4'), ...replaced('/endpointAccessMode', 'STRICT', 'BASIC'),
      ...whole('/mutualTlsAuthentication/truststoreUri', 's3://bucket/one.pem', 's3://bucket/two.pem'), ['add', '/mutualTlsAuthentication/truststoreUri', 's3://bucket/three.pem'], ...whole('/mutualTlsAuthentication/truststoreVersion', '1', '2'),
      ...whole('/ownershipVerificationCertificateArn', CERTIFICATE, CERTIFICATE), ...replaced('/routingMode', 'ROUTING_RULE_THEN_BASE_PATH_MAPPING', 'BASE_PATH_MAPPING_ONLY'), ...replaced('/securityPolicy', 'TLS_1_0', 'TLS_1_2'),
    ],
  },
  { operation: 'UpdateDomainName', reader: 'GetDomainName', place: w => ({ domainName: PRIVATE_DOMAIN, domainNameId: w.privateDomainId }), patches: () => [...replaced('/policy', POLICY), ...replaced('/managementPolicy', POLICY)] },
  {
    operation: 'UpdateGatewayResponse', reader: 'GetGatewayResponse', place: w => ({ ...api(w), responseType: 'QUOTA_EXCEEDED' }),
    patches: () => [...replaced('/statusCode', '430'), ...whole('/responseParameters/gatewayresponse.header.X-A', "'1'", "'2'"), ...whole('/responseTemplates/text~1plain', 'one', 'two')],
  },
  {
    operation: 'UpdateIntegration', reader: 'GetIntegration', place: methodOf,
    patches: w => [
      ['add', '/requestParameters/integration.request.header.X-Q', 'method.request.querystring.q'], ['replace', '/requestParameters/integration.request.header.X-Q', "'fixed'"], ['remove', '/requestParameters/integration.request.header.X-Q'],
      ['remove', '/cacheKeyParameters/method.request.querystring.q'], ['add', '/cacheKeyParameters/method.request.querystring.q'], ['replace', '/cacheKeyParameters/method.request.querystring.q', 'method.request.querystring.q'],
      ...replaced('/cacheNamespace', 'shared'), ...replaced('/connectionId', w.vpcLinkId), ...replaced('/connectionType', 'INTERNET', 'VPC_LINK'), ...replaced('/contentHandling', 'CONVERT_TO_BINARY'), ...replaced('/passthroughBehavior', 'NEVER', 'WHEN_NO_TEMPLATES'),
      ...replaced('/responseTransferMode', 'BUFFERED'), ...replaced('/timeoutInMillis', '50', '29000'), ...replaced('/tlsConfig/insecureSkipVerification', 'false'), ...replaced('/httpMethod', 'PUT'), ...replaced('/uri', 'http://example.com/other'),
      ...whole('/requestTemplates/text~1plain', 'one', 'two'), ...replaced('/integrationTarget', `arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:loadbalancer/app/a/1`),
    ],
  },
  {
    operation: 'UpdateIntegrationResponse', reader: 'GetIntegrationResponse', place: responseOf,
    patches: () => [...replaced('/contentHandling', 'CONVERT_TO_TEXT'), ...replaced('/selectionPattern', '5\\d\\d'), ['remove', '/responseParameters/method.response.header.X-Kind'], ['add', '/responseParameters/method.response.header.X-Kind', "'x'"], ['replace', '/responseParameters/method.response.header.X-Kind', "'y'"], ...whole('/responseTemplates/text~1plain', 'one', 'two')],
  },
  {
    operation: 'UpdateMethod', reader: 'GetMethod', place: methodOf,
    patches: w => [
      ...replaced('/operationName', 'other'), ...replaced('/apiKeyRequired', 'false', 'true'), ...replaced('/requestValidatorId', w.requestValidatorId), ...replaced('/authorizerId', w.authorizerId), ...replaced('/authorizationType', 'CUSTOM'), ...entry('/authorizationScopes', 'pets.read'),
      ...whole('/requestParameters/method.request.header.X-A', 'true', 'false'), ...whole('/requestModels/text~1plain', 'Empty', 'Pet'),
    ],
  },
  { operation: 'UpdateMethodResponse', reader: 'GetMethodResponse', place: responseOf, patches: () => [...whole('/responseModels/text~1plain', 'Empty', 'Pet'), ...whole('/responseParameters/method.response.header.X-A', 'true', 'false')] },
  { operation: 'UpdateModel', reader: 'GetModel', place: w => ({ ...api(w), modelName: 'Pet' }), patches: () => [...replaced('/description', 'other'), ...replaced('/schema', '{"type":"object","properties":{"age":{"type":"integer"}}}')] },
  { operation: 'UpdateRequestValidator', reader: 'GetRequestValidator', place: w => ({ ...api(w), requestValidatorId: w.requestValidatorId }), patches: () => [...replaced('/name', 'renamed'), ...replaced('/validateRequestBody', 'false'), ...replaced('/validateRequestParameters', 'false')] },
  { operation: 'UpdateResource', reader: 'GetResource', place: w => ({ ...api(w), resourceId: w.resourceId }), patches: w => [...replaced('/pathPart', 'animals'), ...replaced('/parentId', w.otherResourceId, w.rootId)] },
  {
    operation: 'UpdateRestApi', reader: 'GetRestApi', place: api,
    patches: () => [
      ...replaced('/apiKeySource', 'AUTHORIZER', 'HEADER'), ...replaced('/disableExecuteApiEndpoint', 'true', 'false'), ...replaced('/endpointAccessMode', 'STRICT', 'BASIC'), ...replaced('/minimumCompressionSize', '0', '10485760'), ['replace', '/minimumCompressionSize'], ...replaced('/name', 'other'),
      ...replaced('/policy', POLICY), ...replaced('/securityPolicy', 'SecurityPolicy_TLS13_1_2_2021_06'), ['add', '/binaryMediaTypes/a~1b'], ['replace', '/binaryMediaTypes/a~1b', 'c/d'], ['remove', '/binaryMediaTypes/c~1d'], ...whole('/description', 'one', 'two'),
      ...replaced('/endpointConfiguration/ipAddressType', 'dualstack', 'ipv4'), ['replace', '/endpointConfiguration/types/REGIONAL', 'EDGE'], ['replace', '/endpointConfiguration/types/EDGE', 'PRIVATE'], ...entry('/endpointConfiguration/vpcEndpointIds', 'vpce-0a1b2c3d'),
    ],
  },
  {
    operation: 'UpdateStage', reader: 'GetStage', place: w => ({ ...api(w), stageName: 'prod' }),
    patches: w => [
      // The table names a removal of each half too; AWS's recorded answers refuse it, and stages.spec.ts holds those.
      ['add', '/accessLogSettings/destinationArn', `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:a`], ...replaced('/accessLogSettings/destinationArn', `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:b`), ['add', '/accessLogSettings/format', '$context.requestId'],
      ...replaced('/accessLogSettings/format', '$context.requestId $context.status'), ['remove', '/accessLogSettings'],
      ...replaced('/cacheClusterSize', '1.6'), ...replaced('/cacheClusterEnabled', 'false', 'true'), ...replaced('/clientCertificateId', w.clientCertificateId), ...replaced('/description', 'other'), ...replaced('/documentationVersion', '1'), ...replaced('/tracingEnabled', 'false'),
      ...replaced('/canarySettings/deploymentId', w.spareDeploymentId), ...replaced('/canarySettings/percentTraffic', '50.000000'), ...replaced('/canarySettings/useStageCache', 'false'), ...replaced('/canarySettings/stageVariableOverrides/colour', 'pink'),
      ['copy', '/deploymentId', '/canarySettings/deploymentId'], ['remove', '/canarySettings'], ...replaced('/deploymentId', w.deploymentId), ...replaced('/variables/colour', 'grey'), ['remove', '/variables/colour'],
      ...settingsOf('/*/*'), ...settingsOf('/~1pets/GET'), ...settingsOf('/pets/GET'), ['remove', '/~1pets/GET'],
    ],
  },
  { operation: 'UpdateUsage', reader: 'GetUsage', place: w => ({ usagePlanId: w.usagePlanId, keyId: w.apiKey }), read: w => ({ usagePlanId: w.usagePlanId, keyId: w.apiKey, startDate: today(), endDate: today() }), patches: () => replaced('/remaining', '7', '0') },
  {
    operation: 'UpdateUsagePlan', reader: 'GetUsagePlan', place: w => ({ usagePlanId: w.usagePlanId }),
    patches: ({ restApiId }) => [
      ['add', '/apiStages', `${restApiId}:prod`], ['replace', `/apiStages/${restApiId}:prod/throttle`, '{"/pets/GET":{"rateLimit":1,"burstLimit":2}}'], ['add', `/apiStages/${restApiId}:prod/throttle//pets/GET/rateLimit`, '3.5'], ['replace', `/apiStages/${restApiId}:prod/throttle//pets/GET/burstLimit`, '4'],
      ['remove', `/apiStages/${restApiId}:prod/throttle//pets/GET`], ['add', `/apiStages/${restApiId}:prod/throttle`, '{"/pets/GET":{"rateLimit":1,"burstLimit":2}}'], ['remove', `/apiStages/${restApiId}:prod/throttle`], ['remove', '/apiStages', `${restApiId}:prod`],
      ...replaced('/description', 'other'), ...replaced('/name', 'other'), ...whole('/productCode', 'one', 'two'), ['add', '/quota/limit', '9'], ...replaced('/quota/period', 'WEEK'), ...replaced('/quota/offset', '3'), ...replaced('/quota/limit', '10'), ['remove', '/quota'],
      ['add', '/throttle/burstLimit', '3'], ['replace', '/throttle/rateLimit', '3.5'], ['remove', '/throttle'],
    ],
  },
  { operation: 'UpdateVpcLink', reader: 'GetVpcLink', place: w => ({ vpcLinkId: w.vpcLinkId }), patches: () => [...replaced('/name', 'other'), ...replaced('/description', 'other')] },
];
