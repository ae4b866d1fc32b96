import { type ErrorName } from './named-errors.js';
import { type InputOf, type OperationName } from './recorder.js';
import { methodOf, responseOf } from './tour.js';
import { ACCOUNT, apiArn, associationArn, bytes, DOMAIN, ENDPOINT, LAMBDA_URI, today, type World } from './world.js';

type Asked<Name extends OperationName> = (world: World) => InputOf<Name>;
type Row = { readonly [Name in OperationName]?: Readonly<Partial<Record<ErrorName, Asked<Name>>>> };

const NOBODY = 'nobody0000';
const api = (w: World) => ({ restApiId: w.restApiId });
const noApi = () => ({ restApiId: NOBODY });
const noMethod = (w: World) => ({ ...methodOf(w), httpMethod: 'DELETE' });
const noResponse = (w: World) => ({ ...responseOf(w), statusCode: '404' });
const noDomain = () => ({ domainName: 'nobody.example.com' });
const noStage = (w: World) => ({ ...api(w), stageName: 'nobody' });
const longAgo = { startDate: '2020-01-01', endDate: today() };
/** A path that no table of patches has. */
const BAD_PATCH = { patchOperations: [{ op: 'replace' as const, path: '/nobody', value: 'x' }] };
const GOOD_PATCH = { patchOperations: [{ op: 'replace' as const, path: '/description', value: 'x' }] };
/** Lists refuse a limit of nothing. */
const NONE = { limit: 0 };

const lists = <Name extends OperationName>(good: (world: World) => object, missing: ((world: World) => object) | null): Readonly<Partial<Record<ErrorName, Asked<Name>>>> => ({
  BadRequestException: w => ({ ...good(w), ...NONE }) as unknown as InputOf<Name>,
  ...(missing && { NotFoundException: (w: World) => missing(w) as unknown as InputOf<Name> }),
});

/** What a caller does wrong, by operation and by the error that AWS's model names for it. The calls are made over what the tour has built. */
export const REFUSALS: Row = {
  CreateApiKey: {
    BadRequestException: () => ({ name: 'x', value: 'short' }),
    ConflictException: () => ({ name: 'x', value: 'a-value-of-enough-characters' }),
    NotFoundException: () => ({ name: 'x', stageKeys: [{ restApiId: NOBODY, stageName: 'dev' }] }),
  },
  GetApiKey: { NotFoundException: () => ({ apiKey: NOBODY }) },
  GetApiKeys: lists(() => ({}), null),
  UpdateApiKey: { BadRequestException: w => ({ apiKey: w.apiKey, ...BAD_PATCH }), NotFoundException: () => ({ apiKey: NOBODY, ...GOOD_PATCH }) },
  DeleteApiKey: { NotFoundException: () => ({ apiKey: NOBODY }) },
  ImportApiKeys: {
    BadRequestException: () => ({ format: 'csv', body: bytes('no head\n') }),
  },

  CreateAuthorizer: {
    BadRequestException: w => ({ ...api(w), name: '', type: 'TOKEN', authorizerUri: LAMBDA_URI }),
    ConflictException: w => ({ ...api(w), name: 'auth', type: 'TOKEN', authorizerUri: LAMBDA_URI }),
    NotFoundException: () => ({ ...noApi(), name: 'x', type: 'TOKEN', authorizerUri: LAMBDA_URI }),
  },
  GetAuthorizer: { NotFoundException: w => ({ ...api(w), authorizerId: NOBODY }) },
  GetAuthorizers: lists(api, noApi),
  UpdateAuthorizer: {
    BadRequestException: w => ({ ...api(w), authorizerId: w.authorizerId, ...BAD_PATCH }),
    NotFoundException: w => ({ ...api(w), authorizerId: NOBODY, ...BAD_PATCH }),
    ConflictException: w => ({
      ...api(w), authorizerId: w.authorizerId, patchOperations: [{ op: 'replace', path: '/type', value: 'COGNITO_USER_POOLS' }, { op: 'add', path: '/providerARNs', value: `arn:aws:cognito-idp:us-east-1:${ACCOUNT}:userpool/us-east-1_a` }],
    }),
  },
  DeleteAuthorizer: { ConflictException: w => ({ ...api(w), authorizerId: w.authorizerId }), NotFoundException: w => ({ ...api(w), authorizerId: NOBODY }) },
  TestInvokeAuthorizer: { BadRequestException: w => ({ ...api(w), authorizerId: w.authorizerId, headers: { 'not a name': 'x' } }), NotFoundException: w => ({ ...api(w), authorizerId: NOBODY }) },

  CreateBasePathMapping: {
    BadRequestException: () => ({ domainName: DOMAIN, ...noApi() }),
    ConflictException: w => ({ domainName: DOMAIN, basePath: 'pets', ...api(w) }),
    NotFoundException: w => ({ ...noDomain(), ...api(w) }),
  },
  GetBasePathMapping: { NotFoundException: () => ({ domainName: DOMAIN, basePath: 'nobody' }) },
  GetBasePathMappings: lists(() => ({ domainName: DOMAIN }), noDomain),
  UpdateBasePathMapping: {
    BadRequestException: () => ({ domainName: DOMAIN, basePath: 'pets', ...BAD_PATCH }),
    NotFoundException: () => ({ domainName: DOMAIN, basePath: 'nobody', ...BAD_PATCH }),
    ConflictException: () => ({ domainName: DOMAIN, basePath: 'pets', patchOperations: [{ op: 'replace', path: '/basePath', value: 'other' }] }),
  },
  DeleteBasePathMapping: { NotFoundException: () => ({ domainName: DOMAIN, basePath: 'nobody' }) },

  GenerateClientCertificate: { BadRequestException: () => ({ tags: { 'aws:x': 'y' } }) },
  GetClientCertificate: { NotFoundException: () => ({ clientCertificateId: NOBODY }) },
  GetClientCertificates: lists(() => ({}), null),
  UpdateClientCertificate: { BadRequestException: w => ({ clientCertificateId: w.clientCertificateId, ...BAD_PATCH }), NotFoundException: () => ({ clientCertificateId: NOBODY, ...GOOD_PATCH }) },
  DeleteClientCertificate: { BadRequestException: w => ({ clientCertificateId: w.clientCertificateId }), NotFoundException: () => ({ clientCertificateId: NOBODY }) },

  CreateDeployment: { BadRequestException: w => ({ ...api(w), stageName: 'not a name' }), NotFoundException: noApi },
  GetDeployment: { NotFoundException: w => ({ ...api(w), deploymentId: NOBODY }) },
  GetDeployments: lists(api, noApi),
  UpdateDeployment: { BadRequestException: w => ({ ...api(w), deploymentId: w.deploymentId, ...BAD_PATCH }), NotFoundException: w => ({ ...api(w), deploymentId: NOBODY, ...GOOD_PATCH }) },
  DeleteDeployment: { BadRequestException: w => ({ ...api(w), deploymentId: w.deploymentId }), NotFoundException: w => ({ ...api(w), deploymentId: NOBODY }) },

  CreateDocumentationPart: {
    BadRequestException: w => ({ ...api(w), location: { type: 'API' }, properties: 'no JSON' }),
    ConflictException: w => ({ ...api(w), location: { type: 'METHOD', path: '/pets', method: 'GET' }, properties: '{"description":"again"}' }),
    NotFoundException: () => ({ ...noApi(), location: { type: 'API' }, properties: '{"description":"x"}' }),
  },
  GetDocumentationPart: { NotFoundException: w => ({ ...api(w), documentationPartId: NOBODY }) },
  GetDocumentationParts: lists(api, noApi),
  UpdateDocumentationPart: { BadRequestException: w => ({ ...api(w), documentationPartId: w.documentationPartId, ...BAD_PATCH }), NotFoundException: w => ({ ...api(w), documentationPartId: NOBODY, ...BAD_PATCH }) },
  DeleteDocumentationPart: { NotFoundException: w => ({ ...api(w), documentationPartId: NOBODY }) },
  ImportDocumentationParts: { BadRequestException: w => ({ ...api(w), body: bytes('no document') }), NotFoundException: () => ({ ...noApi(), body: bytes('{"swagger":"2.0"}') }) },

  CreateDocumentationVersion: {
    BadRequestException: w => ({ ...api(w), documentationVersion: '' }),
    ConflictException: w => ({ ...api(w), documentationVersion: '1' }),
    NotFoundException: () => ({ ...noApi(), documentationVersion: '2' }),
  },
  GetDocumentationVersion: { NotFoundException: w => ({ ...api(w), documentationVersion: 'nobody' }) },
  GetDocumentationVersions: lists(api, noApi),
  UpdateDocumentationVersion: { BadRequestException: w => ({ ...api(w), documentationVersion: '1', ...BAD_PATCH }), NotFoundException: w => ({ ...api(w), documentationVersion: 'nobody', ...GOOD_PATCH }) },
  DeleteDocumentationVersion: { ConflictException: w => ({ ...api(w), documentationVersion: '1' }), NotFoundException: w => ({ ...api(w), documentationVersion: 'nobody' }) },

  CreateDomainName: { BadRequestException: () => ({ domainName: DOMAIN, endpointConfiguration: { types: ['REGIONAL'] } }) },
  GetDomainName: { NotFoundException: noDomain },
  GetDomainNames: lists(() => ({}), null),
  UpdateDomainName: { BadRequestException: () => ({ domainName: DOMAIN, ...BAD_PATCH }), NotFoundException: () => ({ ...noDomain(), ...BAD_PATCH }) },
  DeleteDomainName: { NotFoundException: noDomain },
  CreateDomainNameAccessAssociation: {
    BadRequestException: w => ({ domainNameArn: w.privateDomainArn, accessAssociationSourceType: 'VPCE', accessAssociationSource: 'not-an-endpoint' }),
    ConflictException: w => ({ domainNameArn: w.privateDomainArn, accessAssociationSourceType: 'VPCE', accessAssociationSource: ENDPOINT }),
  },
  GetDomainNameAccessAssociations: lists(() => ({}), null),
  DeleteDomainNameAccessAssociation: { BadRequestException: () => ({ domainNameAccessAssociationArn: 'no ARN' }), NotFoundException: () => ({ domainNameAccessAssociationArn: associationArn('vpce-0') }) },
  RejectDomainNameAccessAssociation: {
    BadRequestException: w => ({ domainNameAccessAssociationArn: 'no ARN', domainNameArn: w.privateDomainArn }),
    NotFoundException: w => ({ domainNameAccessAssociationArn: associationArn('vpce-0'), domainNameArn: w.privateDomainArn }),
  },

  GetExport: { BadRequestException: w => ({ ...api(w), stageName: 'dev', exportType: 'nobody' }), NotFoundException: w => ({ ...noStage(w), exportType: 'oas30' }) },
  GetSdk: { BadRequestException: w => ({ ...api(w), stageName: 'dev', sdkType: 'cobol' }), NotFoundException: w => ({ ...noStage(w), sdkType: 'javascript' }) },
  GetSdkType: { NotFoundException: () => ({ id: 'cobol' }) },

  PutGatewayResponse: { BadRequestException: w => ({ ...api(w), responseType: 'THROTTLED', responseTemplates: { 'application/json': '' } }), NotFoundException: () => ({ ...noApi(), responseType: 'THROTTLED' }) },
  GetGatewayResponse: { NotFoundException: () => ({ ...noApi(), responseType: 'THROTTLED' }) },
  GetGatewayResponses: { NotFoundException: noApi },
  UpdateGatewayResponse: { BadRequestException: w => ({ ...api(w), responseType: 'THROTTLED', ...BAD_PATCH }), NotFoundException: () => ({ ...noApi(), responseType: 'THROTTLED', ...BAD_PATCH }) },
  DeleteGatewayResponse: { NotFoundException: w => ({ ...api(w), responseType: 'UNAUTHORIZED' }) },

  PutIntegration: { BadRequestException: w => ({ ...methodOf(w), type: 'HTTP', integrationHttpMethod: 'GET', uri: 'nonsense' }), NotFoundException: w => ({ ...noMethod(w), type: 'MOCK' }) },
  GetIntegration: { NotFoundException: noMethod },
  UpdateIntegration: { BadRequestException: w => ({ ...methodOf(w), ...BAD_PATCH }), NotFoundException: w => ({ ...noMethod(w), ...BAD_PATCH }) },
  DeleteIntegration: { NotFoundException: noMethod },
  PutIntegrationResponse: { BadRequestException: w => ({ ...responseOf(w), selectionPattern: '(' }), NotFoundException: noMethodsResponse },
  GetIntegrationResponse: { NotFoundException: noResponse },
  UpdateIntegrationResponse: { BadRequestException: w => ({ ...responseOf(w), ...BAD_PATCH }), NotFoundException: w => ({ ...noResponse(w), ...BAD_PATCH }) },
  DeleteIntegrationResponse: { NotFoundException: noResponse },

  PutMethod: {
    BadRequestException: w => ({ ...noMethod(w), authorizationType: 'nobody' }),
    ConflictException: w => ({ ...methodOf(w), authorizationType: 'NONE' }),
    NotFoundException: w => ({ ...methodOf(w), resourceId: NOBODY, authorizationType: 'NONE' }),
  },
  GetMethod: { NotFoundException: noMethod },
  UpdateMethod: { BadRequestException: w => ({ ...methodOf(w), ...BAD_PATCH }), NotFoundException: w => ({ ...noMethod(w), ...BAD_PATCH }) },
  DeleteMethod: { NotFoundException: noMethod },
  TestInvokeMethod: { BadRequestException: w => ({ ...methodOf(w), pathWithQueryString: '/elsewhere' }), NotFoundException: noMethod },
  PutMethodResponse: {
    BadRequestException: w => ({ ...noResponse(w), responseParameters: { nonsense: true } }),
    ConflictException: responseOf,
    NotFoundException: noMethodsResponse,
  },
  GetMethodResponse: { NotFoundException: noResponse },
  UpdateMethodResponse: { BadRequestException: w => ({ ...responseOf(w), ...BAD_PATCH }), NotFoundException: w => ({ ...noResponse(w), ...BAD_PATCH }) },
  DeleteMethodResponse: { NotFoundException: noResponse },

  CreateModel: {
    BadRequestException: w => ({ ...api(w), name: 'Order', contentType: 'application/json', schema: '{' }),
    ConflictException: w => ({ ...api(w), name: 'Pet', contentType: 'application/json', schema: '{}' }),
    NotFoundException: () => ({ ...noApi(), name: 'Pet', contentType: 'application/json', schema: '{}' }),
  },
  GetModel: { NotFoundException: w => ({ ...api(w), modelName: 'Nobody' }) },
  GetModelTemplate: { NotFoundException: w => ({ ...api(w), modelName: 'Nobody' }) },
  GetModels: lists(api, noApi),
  UpdateModel: { BadRequestException: w => ({ ...api(w), modelName: 'Pet', ...BAD_PATCH }), NotFoundException: w => ({ ...api(w), modelName: 'Nobody', ...GOOD_PATCH }) },
  DeleteModel: { ConflictException: w => ({ ...api(w), modelName: 'Pet' }), NotFoundException: w => ({ ...api(w), modelName: 'Nobody' }) },

  CreateRequestValidator: { BadRequestException: w => ({ ...api(w), name: ' ' }), ConflictException: w => ({ ...api(w), name: 'all' }), NotFoundException: () => ({ ...noApi(), name: 'x' }) },
  GetRequestValidator: { NotFoundException: w => ({ ...api(w), requestValidatorId: NOBODY }) },
  GetRequestValidators: lists(api, noApi),
  UpdateRequestValidator: {
    BadRequestException: w => ({ ...api(w), requestValidatorId: w.requestValidatorId, ...BAD_PATCH }),
    NotFoundException: w => ({ ...api(w), requestValidatorId: NOBODY, ...BAD_PATCH }),
    ConflictException: w => ({ ...api(w), requestValidatorId: w.requestValidatorId, patchOperations: [{ op: 'replace', path: '/name', value: 'other' }] }),
  },
  DeleteRequestValidator: { ConflictException: w => ({ ...api(w), requestValidatorId: w.requestValidatorId }), NotFoundException: w => ({ ...api(w), requestValidatorId: NOBODY }) },

  CreateResource: {
    BadRequestException: w => ({ ...api(w), parentId: w.rootId, pathPart: '{' }),
    ConflictException: w => ({ ...api(w), parentId: w.rootId, pathPart: 'pets' }),
    NotFoundException: w => ({ ...api(w), parentId: NOBODY, pathPart: 'x' }),
  },
  GetResource: { NotFoundException: w => ({ ...api(w), resourceId: NOBODY }) },
  GetResources: lists(api, noApi),
  UpdateResource: {
    BadRequestException: w => ({ ...api(w), resourceId: w.resourceId, ...BAD_PATCH }),
    NotFoundException: w => ({ ...api(w), resourceId: NOBODY, ...BAD_PATCH }),
    ConflictException: w => ({ ...api(w), resourceId: w.resourceId, patchOperations: [{ op: 'replace', path: '/pathPart', value: 'other' }] }),
  },
  DeleteResource: { BadRequestException: w => ({ ...api(w), resourceId: w.rootId }), NotFoundException: w => ({ ...api(w), resourceId: NOBODY }) },

  CreateRestApi: { BadRequestException: () => ({ name: '' }) },
  ImportRestApi: { BadRequestException: () => ({ body: bytes('no document') }) },
  PutRestApi: { BadRequestException: w => ({ restApiId: w.importedId, body: bytes('no document') }), NotFoundException: () => ({ ...noApi(), body: bytes('{"swagger":"2.0","info":{"title":"x","version":"1"},"paths":{}}') }) },
  GetRestApi: { NotFoundException: noApi },
  GetRestApis: lists(() => ({}), null),
  UpdateRestApi: { BadRequestException: w => ({ ...api(w), ...BAD_PATCH }), NotFoundException: () => ({ ...noApi(), ...BAD_PATCH }) },
  DeleteRestApi: { BadRequestException: api, NotFoundException: noApi },

  CreateStage: {
    BadRequestException: w => ({ ...api(w), stageName: 'new', deploymentId: NOBODY }),
    ConflictException: w => ({ ...api(w), stageName: 'dev', deploymentId: w.deploymentId }),
    NotFoundException: w => ({ ...noApi(), stageName: 'new', deploymentId: w.deploymentId }),
  },
  GetStage: { NotFoundException: noStage },
  GetStages: { NotFoundException: noApi },
  UpdateStage: { BadRequestException: w => ({ ...api(w), stageName: 'dev', ...BAD_PATCH }), NotFoundException: w => ({ ...noStage(w), ...GOOD_PATCH }) },
  DeleteStage: { BadRequestException: w => ({ ...api(w), stageName: 'dev' }), NotFoundException: noStage },
  FlushStageCache: { NotFoundException: noStage },
  FlushStageAuthorizersCache: { NotFoundException: noStage },

  GetTags: { BadRequestException: () => ({ resourceArn: 'no ARN' }), NotFoundException: () => ({ resourceArn: apiArn(NOBODY) }) },
  TagResource: { BadRequestException: w => ({ resourceArn: apiArn(w.restApiId), tags: { 'aws:x': 'y' } }), NotFoundException: () => ({ resourceArn: apiArn(NOBODY), tags: { a: 'b' } }) },
  UntagResource: { BadRequestException: () => ({ resourceArn: 'no ARN', tagKeys: ['a'] }), NotFoundException: () => ({ resourceArn: apiArn(NOBODY), tagKeys: ['a'] }) },

  UpdateAccount: { BadRequestException: () => BAD_PATCH },

  CreateUsagePlan: { BadRequestException: () => ({ name: ' ' }), NotFoundException: w => ({ name: 'x', apiStages: [{ apiId: w.restApiId, stage: 'nobody' }] }) },
  GetUsagePlan: { NotFoundException: () => ({ usagePlanId: NOBODY }) },
  GetUsagePlans: lists(() => ({}), null),
  UpdateUsagePlan: {
    BadRequestException: w => ({ usagePlanId: w.usagePlanId, ...BAD_PATCH }),
    NotFoundException: () => ({ usagePlanId: NOBODY, ...GOOD_PATCH }),
  },
  DeleteUsagePlan: { BadRequestException: w => ({ usagePlanId: w.usagePlanId }), NotFoundException: () => ({ usagePlanId: NOBODY }) },
  CreateUsagePlanKey: {
    BadRequestException: w => ({ usagePlanId: w.usagePlanId, keyId: w.apiKey, keyType: 'nobody' }),
    ConflictException: w => ({ usagePlanId: w.usagePlanId, keyId: w.apiKey, keyType: 'API_KEY' }),
    NotFoundException: w => ({ usagePlanId: w.usagePlanId, keyId: NOBODY, keyType: 'API_KEY' }),
  },
  GetUsagePlanKey: { NotFoundException: w => ({ usagePlanId: w.usagePlanId, keyId: NOBODY }) },
  GetUsagePlanKeys: lists(w => ({ usagePlanId: w.usagePlanId }), () => ({ usagePlanId: NOBODY })),
  DeleteUsagePlanKey: { NotFoundException: w => ({ usagePlanId: w.usagePlanId, keyId: NOBODY }) },
  GetUsage: { BadRequestException: w => ({ usagePlanId: w.usagePlanId, ...longAgo }), NotFoundException: () => ({ usagePlanId: NOBODY, startDate: today(), endDate: today() }) },
  UpdateUsage: { BadRequestException: w => ({ usagePlanId: w.usagePlanId, keyId: w.apiKey, ...BAD_PATCH }), NotFoundException: w => ({ usagePlanId: w.usagePlanId, keyId: NOBODY, ...BAD_PATCH }) },

  CreateVpcLink: { BadRequestException: () => ({ name: 'x', targetArns: ['no ARN'] }) },
  GetVpcLink: { NotFoundException: () => ({ vpcLinkId: NOBODY }) },
  GetVpcLinks: lists(() => ({}), null),
  UpdateVpcLink: { BadRequestException: w => ({ vpcLinkId: w.vpcLinkId, ...BAD_PATCH }), NotFoundException: () => ({ vpcLinkId: NOBODY, ...GOOD_PATCH }) },
  DeleteVpcLink: { BadRequestException: w => ({ vpcLinkId: w.vpcLinkId }), NotFoundException: () => ({ vpcLinkId: NOBODY }) },
};

/** A response of a method that is not there. */
function noMethodsResponse(w: World) {
  return { ...noMethod(w), statusCode: '200' };
}
