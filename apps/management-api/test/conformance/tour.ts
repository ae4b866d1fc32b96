import { type InputOf, type OperationName, type OutputOf, type Recorder, type Heard } from './recorder.js';
import { ACCOUNT, apiArn, associationArn, bytes, DOMAIN, emptyWorld, ENDPOINT, LAMBDA_URI, OTHER_ENDPOINT, PETS, POLICY, PRIVATE_DOMAIN, today, type World } from './world.js';

/** One call of the tour that must succeed. */
export interface Step { readonly operation: OperationName; input(world: World): object; keep(world: World, output: object): void }

/** In two calls, because the compiler reads what goes into an operation only once it knows which. */
export const step = <Name extends OperationName>(operation: Name) => (input: (world: World) => InputOf<Name>, keep: (world: World, output: OutputOf<Name>) => void = () => undefined): Step =>
  ({ operation, input, keep: keep as Step['keep'] });

export const methodOf = (w: World) => ({ restApiId: w.restApiId, resourceId: w.resourceId, httpMethod: 'GET' });
export const responseOf = (w: World) => ({ ...methodOf(w), statusCode: '200' });
const replace = (path: string, value: string) => [{ op: 'replace' as const, path, value }];

/** Makes one of everything, each held by something else where one thing can hold another. */
export const BUILD: readonly Step[] = [
  step('CreateRestApi')(() => ({ name: 'tour', description: 'd', version: '1', binaryMediaTypes: ['image/png'], minimumCompressionSize: 1_024, apiKeySource: 'HEADER', endpointConfiguration: { types: ['REGIONAL'] }, policy: POLICY, tags: { team: 'a' }, disableExecuteApiEndpoint: false }),
    (w, api) => { w.restApiId = api.id!; w.rootId = api.rootResourceId!; }),
  step('ImportRestApi')(() => ({ body: bytes(PETS), parameters: { endpointConfigurationTypes: 'REGIONAL' }, failOnWarnings: true }), (w, api) => { w.importedId = api.id!; }),
  step('CreateResource')(w => ({ restApiId: w.restApiId, parentId: w.rootId, pathPart: 'pets' }), (w, made) => { w.resourceId = made.id!; }),
  step('CreateResource')(w => ({ restApiId: w.restApiId, parentId: w.rootId, pathPart: 'other' }), (w, made) => { w.otherResourceId = made.id!; }),
  step('CreateModel')(w => ({ restApiId: w.restApiId, name: 'Pet', contentType: 'application/json', description: 'd', schema: '{"type":"object","properties":{"name":{"type":"string"}}}' })),
  step('CreateRequestValidator')(w => ({ restApiId: w.restApiId, name: 'all', validateRequestBody: true, validateRequestParameters: true }), (w, made) => { w.requestValidatorId = made.id!; }),
  step('CreateRequestValidator')(w => ({ restApiId: w.restApiId, name: 'other' })),
  step('CreateAuthorizer')(w => ({ restApiId: w.restApiId, name: 'auth', type: 'TOKEN', authorizerUri: LAMBDA_URI, identitySource: 'method.request.header.Authorization', authorizerResultTtlInSeconds: 60 }), (w, made) => { w.authorizerId = made.id!; }),
  step('PutMethod')(w => ({ ...methodOf(w), authorizationType: 'CUSTOM', authorizerId: w.authorizerId, requestValidatorId: w.requestValidatorId, apiKeyRequired: true, operationName: 'listPets', requestParameters: { 'method.request.querystring.q': true }, requestModels: { 'application/json': 'Pet' } })),
  step('PutMethodResponse')(w => ({ ...responseOf(w), responseParameters: { 'method.response.header.X-Kind': true }, responseModels: { 'application/json': 'Pet' } })),
  step('CreateVpcLink')(() => ({ name: 'link', description: 'd', targetArns: [`arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:loadbalancer/net/a/1`], tags: { team: 'a' } }), (w, made) => { w.vpcLinkId = made.id!; }),
  step('PutIntegration')(w => ({
    ...methodOf(w), type: 'HTTP', integrationHttpMethod: 'POST', uri: 'http://example.com/pets', connectionType: 'VPC_LINK', connectionId: w.vpcLinkId, passthroughBehavior: 'WHEN_NO_MATCH', timeoutInMillis: 5_000, contentHandling: 'CONVERT_TO_TEXT',
    requestParameters: { 'integration.request.querystring.q': 'method.request.querystring.q' }, requestTemplates: { 'application/json': '{"statusCode":200}' }, cacheKeyParameters: ['method.request.querystring.q'], tlsConfig: { insecureSkipVerification: true },
  })),
  step('PutIntegrationResponse')(w => ({ ...responseOf(w), selectionPattern: '2\\d\\d', responseParameters: { 'method.response.header.X-Kind': "'pets'" }, responseTemplates: { 'application/json': '{"ok":true}' } })),
  step('PutGatewayResponse')(w => ({ restApiId: w.restApiId, responseType: 'THROTTLED', statusCode: '420', responseParameters: { 'gatewayresponse.header.X-Calm': "'down'" }, responseTemplates: { 'application/json': '{"m":$context.error.messageString}' } })),
  step('CreateDocumentationPart')(w => ({ restApiId: w.restApiId, location: { type: 'METHOD', path: '/pets', method: 'GET' }, properties: '{"description":"all pets"}' }), (w, made) => { w.documentationPartId = made.id!; }),
  step('ImportDocumentationParts')(w => ({ restApiId: w.restApiId, mode: 'merge', body: bytes(JSON.stringify({ swagger: '2.0', info: { title: 't', version: '1' }, paths: {}, 'x-amazon-apigateway-documentation': { documentationParts: [{ location: { type: 'API' }, properties: { description: 'pets' } }] } })) })),
  step('CreateDeployment')(w => ({ restApiId: w.restApiId, stageName: 'dev', stageDescription: 's', description: 'first', variables: { colour: 'blue' } }), (w, made) => { w.deploymentId = made.id!; }),
  step('CreateDeployment')(w => ({ restApiId: w.restApiId, description: 'spare' }), (w, made) => { w.spareDeploymentId = made.id!; }),
  step('CreateDocumentationVersion')(w => ({ restApiId: w.restApiId, documentationVersion: '1', stageName: 'dev', description: 'd' })),
  step('GenerateClientCertificate')(() => ({ description: 'd', tags: { team: 'a' } }), (w, made) => { w.clientCertificateId = made.clientCertificateId!; }),
  step('CreateStage')(w => ({
    restApiId: w.restApiId, stageName: 'prod', deploymentId: w.deploymentId, description: 'd', cacheClusterEnabled: true, cacheClusterSize: '0.5', variables: { colour: 'green' }, documentationVersion: '1', tracingEnabled: true, tags: { team: 'a' },
    canarySettings: { percentTraffic: 12.5, deploymentId: w.deploymentId, stageVariableOverrides: { colour: 'red' }, useStageCache: true },
  })),
  step('UpdateStage')(w => ({ restApiId: w.restApiId, stageName: 'prod', patchOperations: [...replace('/clientCertificateId', w.clientCertificateId), ...replace('/*/*/throttling/rateLimit', '12.5')] })),
  step('CreateApiKey')(() => ({ name: 'gold', description: 'd', enabled: true, value: 'a-value-of-enough-characters', customerId: 'c', tags: { team: 'a' } }), (w, made) => { w.apiKey = made.id!; }),
  step('ImportApiKeys')(() => ({ format: 'csv', failOnWarnings: true, body: bytes('name,key,description,enabled\nimported,another-value-of-enough-characters,d,true\n') }), (w, made) => { w.importedKey = made.ids![0]!; }),
  step('CreateUsagePlan')(w => ({ name: 'gold', description: 'd', apiStages: [{ apiId: w.restApiId, stage: 'dev', throttle: { '/pets/GET': { rateLimit: 1.5, burstLimit: 2 } } }], throttle: { rateLimit: 10.5, burstLimit: 20 }, quota: { limit: 100, offset: 0, period: 'DAY' }, tags: { team: 'a' } }), (w, made) => { w.usagePlanId = made.id!; }),
  step('CreateUsagePlanKey')(w => ({ usagePlanId: w.usagePlanId, keyId: w.apiKey, keyType: 'API_KEY' })),
  step('CreateDomainName')(() => ({ domainName: DOMAIN, regionalCertificateArn: `arn:aws:acm:us-east-1:${ACCOUNT}:certificate/11111111-2222-3333-4444-555555555555`, endpointConfiguration: { types: ['REGIONAL'] }, securityPolicy: 'TLS_1_2', tags: { team: 'a' } })),
  step('CreateDomainName')(() => ({ domainName: PRIVATE_DOMAIN, endpointConfiguration: { types: ['PRIVATE'] }, policy: POLICY }), (w, made) => { w.privateDomainId = made.domainNameId!; w.privateDomainArn = made.domainNameArn!; }),
  step('CreateBasePathMapping')(w => ({ domainName: DOMAIN, basePath: 'pets', restApiId: w.restApiId, stage: 'dev' })),
  step('CreateBasePathMapping')(w => ({ domainName: DOMAIN, basePath: 'other', restApiId: w.restApiId })),
  step('CreateDomainNameAccessAssociation')(w => ({ domainNameArn: w.privateDomainArn, accessAssociationSourceType: 'VPCE', accessAssociationSource: ENDPOINT, tags: { team: 'a' } })),
  step('CreateDomainNameAccessAssociation')(w => ({ domainNameArn: w.privateDomainArn, accessAssociationSourceType: 'VPCE', accessAssociationSource: OTHER_ENDPOINT })),
  step('TagResource')(w => ({ resourceArn: apiArn(w.restApiId), tags: { colour: 'blue' } })),
];

const apiOf = (w: World) => ({ restApiId: w.restApiId });
const stageOf = (w: World) => ({ restApiId: w.restApiId, stageName: 'prod' });

/** Every operation that reads, and the two that try. */
export const READ: readonly Step[] = [
  step('GetAccount')(() => ({})),
  step('GetApiKey')(w => ({ apiKey: w.apiKey, includeValue: true })),
  step('GetApiKeys')(() => ({ includeValues: true, nameQuery: 'gold', limit: 1 })),
  step('GetAuthorizer')(w => ({ ...apiOf(w), authorizerId: w.authorizerId })),
  step('GetAuthorizers')(apiOf),
  step('GetBasePathMapping')(() => ({ domainName: DOMAIN, basePath: 'pets' })),
  step('GetBasePathMappings')(() => ({ domainName: DOMAIN })),
  step('GetClientCertificate')(w => ({ clientCertificateId: w.clientCertificateId })),
  step('GetClientCertificates')(() => ({})),
  step('GetDeployment')(w => ({ ...apiOf(w), deploymentId: w.deploymentId, embed: ['apisummary'] })),
  step('GetDeployments')(apiOf),
  step('GetDocumentationPart')(w => ({ ...apiOf(w), documentationPartId: w.documentationPartId })),
  step('GetDocumentationParts')(apiOf),
  step('GetDocumentationVersion')(w => ({ ...apiOf(w), documentationVersion: '1' })),
  step('GetDocumentationVersions')(apiOf),
  step('GetDomainName')(w => ({ domainName: PRIVATE_DOMAIN, domainNameId: w.privateDomainId })),
  step('GetDomainNames')(() => ({})),
  step('GetDomainNameAccessAssociations')(() => ({ resourceOwner: 'SELF' })),
  step('GetExport')(w => ({ ...apiOf(w), stageName: 'dev', exportType: 'oas30', parameters: { extensions: 'apigateway' }, accepts: 'application/json' })),
  step('GetGatewayResponse')(w => ({ ...apiOf(w), responseType: 'THROTTLED' })),
  step('GetGatewayResponses')(apiOf),
  step('GetIntegration')(methodOf),
  step('GetIntegrationResponse')(responseOf),
  step('GetMethod')(methodOf),
  step('GetMethodResponse')(responseOf),
  step('GetModel')(w => ({ ...apiOf(w), modelName: 'Pet', flatten: true })),
  step('GetModelTemplate')(w => ({ ...apiOf(w), modelName: 'Pet' })),
  step('GetModels')(apiOf),
  step('GetRequestValidator')(w => ({ ...apiOf(w), requestValidatorId: w.requestValidatorId })),
  step('GetRequestValidators')(apiOf),
  step('GetResource')(w => ({ ...apiOf(w), resourceId: w.resourceId, embed: ['methods'] })),
  step('GetResources')(w => ({ ...apiOf(w), embed: ['methods'] })),
  step('GetRestApi')(apiOf),
  step('GetRestApis')(() => ({})),
  step('GetSdk')(w => ({ ...apiOf(w), stageName: 'dev', sdkType: 'javascript' })),
  step('GetSdkType')(() => ({ id: 'java' })),
  step('GetSdkTypes')(() => ({})),
  step('GetStage')(stageOf),
  step('GetStages')(apiOf),
  step('GetTags')(w => ({ resourceArn: apiArn(w.restApiId) })),
  step('GetUsage')(w => ({ usagePlanId: w.usagePlanId, startDate: today(), endDate: today() })),
  step('GetUsagePlan')(w => ({ usagePlanId: w.usagePlanId })),
  step('GetUsagePlanKey')(w => ({ usagePlanId: w.usagePlanId, keyId: w.apiKey })),
  step('GetUsagePlanKeys')(w => ({ usagePlanId: w.usagePlanId })),
  step('GetUsagePlans')(() => ({})),
  step('GetVpcLink')(w => ({ vpcLinkId: w.vpcLinkId })),
  step('GetVpcLinks')(() => ({})),
  step('TestInvokeAuthorizer')(w => ({ ...apiOf(w), authorizerId: w.authorizerId, headers: { Authorization: 'a token' }, pathWithQueryString: '/pets?q=1' })),
  step('TestInvokeMethod')(w => ({ ...methodOf(w), pathWithQueryString: '/pets?q=1', headers: { 'X-A': 'b' }, stageVariables: { colour: 'blue' } })),
  step('FlushStageAuthorizersCache')(stageOf),
  step('FlushStageCache')(stageOf),
];

/** The 22 operations that patch; with each, the one that must answer the same afterwards, or null where no other shows the same resource. */
export const PATCH: readonly (Step & { readonly reader: OperationName })[] = [
  { ...step('UpdateAccount')(() => ({ patchOperations: replace('/cloudwatchRoleArn', `arn:aws:iam::${ACCOUNT}:role/logs`) })), reader: 'GetAccount' },
  { ...step('UpdateApiKey')(w => ({ apiKey: w.apiKey, patchOperations: replace('/description', 'patched') })), reader: 'GetApiKey' },
  { ...step('UpdateAuthorizer')(w => ({ ...apiOf(w), authorizerId: w.authorizerId, patchOperations: replace('/authorizerResultTtlInSeconds', '120') })), reader: 'GetAuthorizer' },
  { ...step('UpdateBasePathMapping')(() => ({ domainName: DOMAIN, basePath: 'pets', patchOperations: replace('/stage', 'prod') })), reader: 'GetBasePathMapping' },
  { ...step('UpdateClientCertificate')(w => ({ clientCertificateId: w.clientCertificateId, patchOperations: replace('/description', 'patched') })), reader: 'GetClientCertificate' },
  { ...step('UpdateDeployment')(w => ({ ...apiOf(w), deploymentId: w.deploymentId, patchOperations: replace('/description', 'patched') })), reader: 'GetDeployment' },
  { ...step('UpdateDocumentationPart')(w => ({ ...apiOf(w), documentationPartId: w.documentationPartId, patchOperations: replace('/properties', '{"description":"patched"}') })), reader: 'GetDocumentationPart' },
  { ...step('UpdateDocumentationVersion')(w => ({ ...apiOf(w), documentationVersion: '1', patchOperations: replace('/description', 'patched') })), reader: 'GetDocumentationVersion' },
  { ...step('UpdateDomainName')(() => ({ domainName: DOMAIN, patchOperations: replace('/securityPolicy', 'TLS_1_0') })), reader: 'GetDomainName' },
  { ...step('UpdateGatewayResponse')(w => ({ ...apiOf(w), responseType: 'THROTTLED', patchOperations: replace('/statusCode', '421') })), reader: 'GetGatewayResponse' },
  { ...step('UpdateIntegration')(w => ({ ...methodOf(w), patchOperations: replace('/timeoutInMillis', '6000') })), reader: 'GetIntegration' },
  { ...step('UpdateIntegrationResponse')(w => ({ ...responseOf(w), patchOperations: replace('/selectionPattern', '[23]\\d\\d') })), reader: 'GetIntegrationResponse' },
  { ...step('UpdateMethod')(w => ({ ...methodOf(w), patchOperations: replace('/operationName', 'patched') })), reader: 'GetMethod' },
  { ...step('UpdateMethodResponse')(w => ({ ...responseOf(w), patchOperations: replace('/responseParameters/method.response.header.X-Kind', 'false') })), reader: 'GetMethodResponse' },
  { ...step('UpdateModel')(w => ({ ...apiOf(w), modelName: 'Pet', patchOperations: replace('/description', 'patched') })), reader: 'GetModel' },
  { ...step('UpdateRequestValidator')(w => ({ ...apiOf(w), requestValidatorId: w.requestValidatorId, patchOperations: replace('/validateRequestBody', 'false') })), reader: 'GetRequestValidator' },
  { ...step('UpdateResource')(w => ({ ...apiOf(w), resourceId: w.resourceId, patchOperations: replace('/pathPart', 'animals') })), reader: 'GetResource' },
  { ...step('UpdateRestApi')(w => ({ ...apiOf(w), patchOperations: replace('/description', 'patched') })), reader: 'GetRestApi' },
  { ...step('UpdateStage')(w => ({ ...stageOf(w), patchOperations: replace('/variables/colour', 'yellow') })), reader: 'GetStage' },
  { ...step('UpdateUsage')(w => ({ usagePlanId: w.usagePlanId, keyId: w.apiKey, patchOperations: replace('/remaining', '50') })), reader: 'GetUsage' },
  { ...step('UpdateUsagePlan')(w => ({ usagePlanId: w.usagePlanId, patchOperations: replace('/throttle/rateLimit', '11.25') })), reader: 'GetUsagePlan' },
  { ...step('UpdateVpcLink')(w => ({ vpcLinkId: w.vpcLinkId, patchOperations: replace('/name', 'patched') })), reader: 'GetVpcLink' },
];

/** Takes everything away again, users before what they use. */
export const REMOVE: readonly Step[] = [
  step('PutRestApi')(w => ({ restApiId: w.importedId, mode: 'merge', body: bytes(PETS) })),
  step('UntagResource')(w => ({ resourceArn: apiArn(w.restApiId), tagKeys: ['colour'] })),
  step('RejectDomainNameAccessAssociation')(w => ({ domainNameAccessAssociationArn: associationArn(OTHER_ENDPOINT), domainNameArn: w.privateDomainArn })),
  step('DeleteDomainNameAccessAssociation')(() => ({ domainNameAccessAssociationArn: associationArn(ENDPOINT) })),
  step('DeleteBasePathMapping')(() => ({ domainName: DOMAIN, basePath: 'pets' })),
  step('DeleteDomainName')(() => ({ domainName: DOMAIN })),
  step('DeleteUsagePlanKey')(w => ({ usagePlanId: w.usagePlanId, keyId: w.apiKey })),
  step('UpdateUsagePlan')(w => ({ usagePlanId: w.usagePlanId, patchOperations: [{ op: 'remove', path: '/apiStages', value: `${w.restApiId}:dev` }] })),
  step('DeleteUsagePlan')(w => ({ usagePlanId: w.usagePlanId })),
  step('DeleteApiKey')(w => ({ apiKey: w.apiKey })),
  step('DeleteIntegrationResponse')(responseOf),
  step('DeleteMethodResponse')(responseOf),
  step('DeleteIntegration')(methodOf),
  step('DeleteMethod')(methodOf),
  step('DeleteResource')(w => ({ ...apiOf(w), resourceId: w.resourceId })),
  step('DeleteVpcLink')(w => ({ vpcLinkId: w.vpcLinkId })),
  step('DeleteStage')(stageOf),
  step('DeleteStage')(w => ({ ...apiOf(w), stageName: 'dev' })),
  step('DeleteDeployment')(w => ({ ...apiOf(w), deploymentId: w.deploymentId })),
  step('DeleteDocumentationVersion')(w => ({ ...apiOf(w), documentationVersion: '1' })),
  step('DeleteDocumentationPart')(w => ({ ...apiOf(w), documentationPartId: w.documentationPartId })),
  step('DeleteGatewayResponse')(w => ({ ...apiOf(w), responseType: 'THROTTLED' })),
  step('DeleteAuthorizer')(w => ({ ...apiOf(w), authorizerId: w.authorizerId })),
  step('DeleteRequestValidator')(w => ({ ...apiOf(w), requestValidatorId: w.requestValidatorId })),
  step('DeleteModel')(w => ({ ...apiOf(w), modelName: 'Pet' })),
  step('DeleteClientCertificate')(w => ({ clientCertificateId: w.clientCertificateId })),
  step('DeleteRestApi')(apiOf),
];

/** The whole tour: 124 operations, each at least once. */
export const TOUR: readonly Step[] = [...BUILD, ...READ, ...PATCH, ...REMOVE];

/** Takes steps one after another. The first that is refused ends the tour: all that follow would be refused for want of it. */
export async function walk(recorder: Recorder, steps: readonly Step[], world: World = emptyWorld()): Promise<{ readonly world: World; readonly heard: readonly Heard[] }> {
  const heard: Heard[] = [];
  for (const { operation, input, keep } of steps) {
    const answer = await recorder.send(operation, input(world) as never);
    if (answer.output === null) throw new Error(`${operation} was refused: ${answer.status} ${answer.text}`, { cause: answer.error });
    keep(world, answer.output);
    heard.push(answer);
  }
  return { world, heard };
}
