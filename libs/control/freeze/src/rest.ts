import { FORMAT, type ApiSnapshot, type AuthorizerSnapshot, type IntegrationSnapshot, type MethodSnapshot } from '@gatehouse/contract-snapshot';
import { type RestApiSource, type SourceMethod } from '@gatehouse/control-store';

/** What a deployment serves: the API's source with every reference resolved and every default spelled out. Pure, so equal sources have equal digests. */
export function freezeRestApi({ accountId, region, api, resources, models, requestValidators, authorizers, gatewayResponses }: RestApiSource): ApiSnapshot {
  const { fields } = api;
  const validators = new Map(requestValidators.map(validator => [validator.id, validator.fields]));
  const used = new Set(resources.flatMap(resource => resource.methods.map(method => method.fields.authorizerId)));
  return {
    format: FORMAT, kind: 'api', protocol: 'REST', accountId, region,
    restApiId: api.id,
    name: api.name,
    apiKeySource: fields.apiKeySource,
    binaryMediaTypes: [...fields.binaryMediaTypes],
    minimumCompressionSize: fields.minimumCompressionSize,
    disableExecuteApiEndpoint: fields.disableExecuteApiEndpoint,
    endpointTypes: [...fields.endpointTypes],
    vpcEndpointIds: [...fields.vpcEndpointIds],
    policy: fields.policy,
    resources: resources.filter(resource => resource.methods.length > 0).map(({ id, path, methods }) => ({ resourceId: id, path, methods: methods.map(method => freezeMethod(method, validators)) })),
    gatewayResponses: Object.fromEntries(gatewayResponses.map(({ responseType, fields: { statusCode, responseParameters, responseTemplates } }) => [responseType, { statusCode, responseParameters: { ...responseParameters }, responseTemplates: { ...responseTemplates } }])),
    models: Object.fromEntries(models.map(model => [model.name, model.fields.schema ?? ''])),
    authorizers: Object.fromEntries(authorizers.filter(authorizer => used.has(authorizer.id)).map(authorizer => [authorizer.id, freezeAuthorizer(authorizer)])),
  };
}

/** AWS keeps a decision for 300 seconds unless told. */
const freezeAuthorizer = ({ name, fields }: RestApiSource['authorizers'][number]): AuthorizerSnapshot => ({
  name,
  type: fields.type,
  providerARNs: [...fields.providerARNs],
  authorizerUri: fields.authorizerUri,
  authorizerCredentials: fields.authorizerCredentials,
  identitySource: (fields.identitySource ?? '').split(',').map(source => source.trim()).filter(source => source !== ''),
  identityValidationExpression: fields.identityValidationExpression,
  authorizerResultTtlInSeconds: fields.authorizerResultTtlInSeconds ?? 300,
});

function freezeMethod({ httpMethod, fields, methodResponses, integration }: SourceMethod, validators: ReadonlyMap<string, { readonly validateRequestBody: boolean; readonly validateRequestParameters: boolean }>): MethodSnapshot {
  return {
    httpMethod,
    authorizationType: fields.authorizationType,
    authorizerId: fields.authorizerId,
    authorizationScopes: [...fields.authorizationScopes],
    apiKeyRequired: fields.apiKeyRequired,
    operationName: fields.operationName,
    requestParameters: { ...fields.requestParameters },
    requestModels: { ...fields.requestModels },
    validator: validators.get(fields.requestValidatorId ?? '') ?? null,
    methodResponses: methodResponses.map(response => ({ statusCode: response.statusCode, responseParameters: { ...response.fields.responseParameters }, responseModels: { ...response.fields.responseModels } })),
    integration: integration === null ? null : freezeIntegration(integration),
  };
}

function freezeIntegration({ fields, integrationResponses }: NonNullable<SourceMethod['integration']>): IntegrationSnapshot {
  return {
    type: fields.type,
    httpMethod: fields.httpMethod,
    uri: fields.uri,
    connectionType: fields.connectionType,
    connectionId: fields.connectionId,
    credentials: fields.credentials,
    requestParameters: { ...fields.requestParameters },
    requestTemplates: { ...fields.requestTemplates },
    passthroughBehavior: fields.passthroughBehavior,
    contentHandling: fields.contentHandling,
    timeoutInMillis: fields.timeoutInMillis,
    cacheNamespace: fields.cacheNamespace,
    cacheKeyParameters: [...fields.cacheKeyParameters],
    insecureSkipVerification: fields.insecureSkipVerification ?? false,
    responseTransferMode: fields.responseTransferMode ?? 'BUFFERED',
    integrationResponses: integrationResponses.map(response => ({
      statusCode: response.statusCode,
      selectionPattern: response.fields.selectionPattern,
      responseParameters: { ...response.fields.responseParameters },
      responseTemplates: { ...response.fields.responseTemplates },
      contentHandling: response.fields.contentHandling,
    })),
  };
}
