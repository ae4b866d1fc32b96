import type * as sdk from '@aws-sdk/client-api-gateway';

type Commands = { [Key in keyof typeof sdk as Key extends `${infer Name}Command` ? Name : never]: (typeof sdk)[Key] };
/** The operations, as the SDK's commands name them. */
export type Operation = keyof Commands;
type Inputs = { [Name in Operation]: Commands[Name] extends new (...input: infer Input) => unknown ? NonNullable<Input[0]> : never };
/** What a tour has made so far, by the name that its answers get in place of it. `prefix` tells one client's things from another's. */
export interface World { readonly prefix: string; readonly ids: Map<string, string> }
/** One call, however it is sent; what its answer names is kept for later calls. */
export interface Call { readonly operation: Operation; input(world: World): Readonly<Record<string, unknown>>; readonly keep?: readonly (readonly [member: string, name: string])[]; readonly isRefused?: true }

const call = <Name extends Operation>(operation: Name) => (input: (id: (name: string) => string, world: World) => Inputs[Name], ...keep: readonly (readonly [string, string])[]): Call =>
  ({ operation, keep, input: world => input(name => world.ids.get(name) ?? 'nobody', world) as unknown as Readonly<Record<string, unknown>> });
const refused = <Name extends Operation>(operation: Name) => (input: (id: (name: string) => string) => Inputs[Name]): Call => ({ operation, isRefused: true, input: world => input(name => world.ids.get(name) ?? 'nobody') as unknown as Readonly<Record<string, unknown>> });

type Id = (name: string) => string;
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const replace = (path: string, value: string) => ({ op: 'replace' as const, path, value });
const api = (id: Id) => ({ restApiId: id('api') });
const method = (id: Id) => ({ ...api(id), resourceId: id('pets'), httpMethod: 'GET' });
const response = (id: Id) => ({ ...method(id), statusCode: '200' });
const domain = ({ prefix }: World) => ({ domainName: `${prefix}.clients.example.com` });
const arn = (id: Id) => ({ resourceArn: `arn:aws:apigateway:us-east-1::/restapis/${id('api')}` });
const today = new Date().toISOString().slice(0, 10);
const NLB = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/a/1';
const LAMBDA = 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:auth/invocations';
const POLICY = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*"}]}';
const PARTS = JSON.stringify({ swagger: '2.0', info: { title: 't', version: '1' }, paths: {}, 'x-amazon-apigateway-documentation': { documentationParts: [{ location: { type: 'API' }, properties: { description: 'pets' } }] } });
const YAML = `openapi: "3.0.1"
info: { title: imported, version: "1" }
paths:
  /pets/{petId}:
    get:
      parameters: [{ name: petId, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: ok } }
      x-amazon-apigateway-integration: { type: http_proxy, httpMethod: GET, uri: "http://example.com/pets/{petId}", requestParameters: { integration.request.path.petId: method.request.path.petId } }
`;

/** What both clients do: groups stand one after another, the calls of a group next to each other. */
export const TOUR: readonly (readonly Call[])[] = [
  [
    call('CreateRestApi')(() => ({ name: 'clients', description: 'd', version: '1', binaryMediaTypes: ['image/png'], minimumCompressionSize: 1_024, endpointConfiguration: { types: ['REGIONAL'] }, policy: POLICY, tags: { team: 'a b' } }), ['id', 'api']),
    call('ImportRestApi')(() => ({ body: bytes(YAML), failOnWarnings: true, parameters: { endpointConfigurationTypes: 'REGIONAL', basepath: 'ignore' } }), ['id', 'imported']),
    call('CreateVpcLink')(() => ({ name: 'link', description: 'd', targetArns: [NLB], tags: { team: 'a' } }), ['id', 'link']),
    call('CreateApiKey')((_, { prefix }) => ({ name: 'gold', description: 'd', enabled: true, value: `a-value-of-the-client-${prefix}`, customerId: 'c' }), ['id', 'key']),
    call('ImportApiKeys')((_, { prefix }) => ({ format: 'csv', failOnWarnings: true, body: bytes(`name,key,description,enabled\nimported,another-value-of-the-client-${prefix},d,true\n`) }), ['ids.0', 'importedKey']),
    call('GenerateClientCertificate')(() => ({ description: 'd' }), ['clientCertificateId', 'certificate']),
    call('CreateDomainName')((_, world) => ({ ...domain(world), regionalCertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555', endpointConfiguration: { types: ['REGIONAL'] }, securityPolicy: 'TLS_1_2' })),
  ],
  [call('GetResources')(api, ['items.0.id', 'root'])],
  [
    call('CreateResource')(id => ({ ...api(id), parentId: id('root'), pathPart: 'pets' }), ['id', 'pets']),
    call('CreateModel')(id => ({ ...api(id), name: 'Pet', contentType: 'application/json', description: 'd', schema: '{"type":"object","properties":{"name":{"type":"string"}}}' }), ['id', 'model']),
    call('CreateRequestValidator')(id => ({ ...api(id), name: 'all', validateRequestBody: true, validateRequestParameters: false }), ['id', 'validator']),
    call('CreateAuthorizer')(id => ({ ...api(id), name: 'auth', type: 'TOKEN', authorizerUri: LAMBDA, identitySource: 'method.request.header.Authorization', authorizerResultTtlInSeconds: 60 }), ['id', 'authorizer']),
    call('PutGatewayResponse')(id => ({ ...api(id), responseType: 'THROTTLED', statusCode: '420', responseParameters: { 'gatewayresponse.header.X-Calm': "'down'" }, responseTemplates: { 'application/json': '{"m":$context.error.messageString}' } })),
    call('CreateDocumentationPart')(id => ({ ...api(id), location: { type: 'METHOD', path: '/pets', method: 'GET' }, properties: '{"description":"all pets"}' }), ['id', 'part']),
    call('ImportDocumentationParts')(id => ({ ...api(id), mode: 'merge', failOnWarnings: true, body: bytes(PARTS) }), ['ids.0', 'importedPart']),
    call('PutRestApi')(id => ({ restApiId: id('imported'), mode: 'overwrite', body: bytes(YAML.replace('title: imported', 'title: put')) })),
  ],
  [call('PutMethod')(id => ({ ...method(id), authorizationType: 'CUSTOM', authorizerId: id('authorizer'), requestValidatorId: id('validator'), apiKeyRequired: true, operationName: 'listPets', requestParameters: { 'method.request.querystring.q': true }, requestModels: { 'application/json': 'Pet' } }))],
  [
    call('PutMethodResponse')(id => ({ ...response(id), responseParameters: { 'method.response.header.X-Kind': true }, responseModels: { 'application/json': 'Pet' } })),
    call('PutIntegration')(id => ({
      ...method(id), type: 'MOCK', passthroughBehavior: 'WHEN_NO_TEMPLATES', timeoutInMillis: 5_000, requestParameters: { 'integration.request.querystring.q': 'method.request.querystring.q' }, requestTemplates: { 'application/json': '{"statusCode": 200}' },
      cacheKeyParameters: ['method.request.querystring.q'],
    })),
  ],
  [call('PutIntegrationResponse')(id => ({ ...response(id), responseParameters: { 'method.response.header.X-Kind': "'pets'" }, responseTemplates: { 'application/json': '{"ok": true}' } }))],
  [call('UpdateIntegration')(id => ({ ...method(id), patchOperations: [{ op: 'add', path: '/requestTemplates/text~1plain', value: '{"statusCode": 200}' }] }))],
  [call('CreateDeployment')(id => ({ ...api(id), stageName: 'dev', stageDescription: 's', description: 'first', variables: { colour: 'blue' } }), ['id', 'deployment'])],
  [
    call('CreateDocumentationVersion')(id => ({ ...api(id), documentationVersion: '1', stageName: 'dev', description: 'd' })),
    call('CreateStage')(id => ({ ...api(id), stageName: 'prod', deploymentId: id('deployment'), description: 'd', cacheClusterEnabled: true, cacheClusterSize: '0.5', variables: { colour: 'green' }, tracingEnabled: true, tags: { team: 'a' }, canarySettings: { percentTraffic: 12.5, deploymentId: id('deployment'), stageVariableOverrides: { colour: 'red' }, useStageCache: false } })),
    call('CreateUsagePlan')(id => ({ name: 'gold', description: 'd', apiStages: [{ apiId: id('api'), stage: 'dev', throttle: { '/pets/GET': { rateLimit: 1.5, burstLimit: 2 } } }], throttle: { rateLimit: 10.5, burstLimit: 20 }, quota: { limit: 100, offset: 0, period: 'DAY' } }), ['id', 'plan']),
    call('CreateBasePathMapping')((id, world) => ({ ...domain(world), basePath: 'pets', ...api(id), stage: 'dev' })),
  ],
  [
    call('CreateUsagePlanKey')(id => ({ usagePlanId: id('plan'), keyId: id('key'), keyType: 'API_KEY' })),
    call('TagResource')(id => ({ ...arn(id), tags: { colour: 'blue', empty: '' } })),
    call('UpdateStage')(id => ({ ...api(id), stageName: 'prod', patchOperations: [replace('/*/*/throttling/rateLimit', '12.5'), replace('/clientCertificateId', id('certificate')), { op: 'remove', path: '/variables/colour' }] })),
    call('UpdateMethod')(id => ({ ...method(id), patchOperations: [{ op: 'add', path: '/authorizationScopes', value: 'pets.read' }, replace('/operationName', 'patched')] })),
    call('UpdateRestApi')(id => ({ ...api(id), patchOperations: [replace('/description', 'patched, with a comma'), { op: 'add', path: '/binaryMediaTypes/application~1zip' }] })),
    call('UpdateDomainName')((_, world) => ({ ...domain(world), patchOperations: [replace('/securityPolicy', 'TLS_1_0')] })),
    call('UpdateAccount')(() => ({ patchOperations: [replace('/cloudwatchRoleArn', 'arn:aws:iam::123456789012:role/logs')] })),
  ],
  [
    call('GetAccount')(() => ({})),
    call('GetApiKey')(id => ({ apiKey: id('key'), includeValue: true })),
    call('GetAuthorizer')(id => ({ ...api(id), authorizerId: id('authorizer') })),
    call('GetBasePathMappings')((_, world) => domain(world)),
    call('GetClientCertificate')(id => ({ clientCertificateId: id('certificate') })),
    call('GetDeployment')(id => ({ ...api(id), deploymentId: id('deployment'), embed: ['apisummary'] })),
    call('GetDocumentationParts')(id => ({ ...api(id), type: 'METHOD' })),
    call('GetDomainName')((_, world) => domain(world)),
    call('GetExport')(id => ({ ...api(id), stageName: 'dev', exportType: 'oas30', parameters: { extensions: 'apigateway' }, accepts: 'application/json' })),
    call('GetExport')(id => ({ ...api(id), stageName: 'dev', exportType: 'swagger', parameters: { extensions: 'integrations,authorizers' }, accepts: 'application/yaml' })),
    call('GetGatewayResponses')(api),
    call('GetIntegration')(method),
    call('GetMethod')(method),
    call('GetModel')(id => ({ ...api(id), modelName: 'Pet', flatten: true })),
    call('GetResources')(id => ({ ...api(id), embed: ['methods'] })),
    call('GetRestApi')(api),
    call('GetSdk')(id => ({ ...api(id), stageName: 'dev', sdkType: 'javascript' })),
    call('GetSdkTypes')(() => ({})),
    call('GetStages')(api),
    call('GetTags')(arn),
    call('GetUsage')(id => ({ usagePlanId: id('plan'), startDate: today, endDate: today })),
    call('GetUsagePlan')(id => ({ usagePlanId: id('plan') })),
    call('GetVpcLink')(id => ({ vpcLinkId: id('link') })),
    call('TestInvokeMethod')(id => ({ ...method(id), pathWithQueryString: '/pets?q=1', headers: { 'X-A': 'b' }, stageVariables: { colour: 'blue' } })),
    refused('GetRestApi')(() => ({ restApiId: 'NOBODY' })),
    refused('PutIntegration')(id => ({ ...method(id), type: 'HTTPS' as 'HTTP' })),
    refused('CreateModel')(id => ({ ...api(id), name: 'Pet', contentType: 'application/json', schema: '{}' })),
    refused('UpdateStage')(id => ({ ...api(id), stageName: 'prod', patchOperations: [replace('/nobody', 'x')] })),
  ],
  [
    call('UntagResource')(id => ({ ...arn(id), tagKeys: ['colour', 'empty'] })),
    call('FlushStageCache')(id => ({ ...api(id), stageName: 'prod' })),
    call('DeleteBasePathMapping')((_, world) => ({ ...domain(world), basePath: 'pets' })),
    call('DeleteRestApi')(id => ({ restApiId: id('imported') })),
    refused('DeleteUsagePlan')(id => ({ usagePlanId: id('plan') })),
  ],
];
