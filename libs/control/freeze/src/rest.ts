import { FORMAT, type ApiSnapshot, type IntegrationSnapshot, type MethodSnapshot } from '@gatehouse/contract-snapshot';
import { type RestApiSource, type SourceMethod } from '@gatehouse/control-store';

/** What a deployment serves: the API's source with every reference resolved and every default spelled out. Pure, so equal sources have equal digests. */
export function freezeRestApi({ accountId, region, api, resources }: RestApiSource): ApiSnapshot {
  const { fields } = api;
  return {
    format: FORMAT, kind: 'api', protocol: 'REST', accountId, region,
    restApiId: api.id,
    name: api.name,
    apiKeySource: fields.apiKeySource,
    binaryMediaTypes: [...fields.binaryMediaTypes],
    minimumCompressionSize: fields.minimumCompressionSize,
    disableExecuteApiEndpoint: fields.disableExecuteApiEndpoint,
    endpointTypes: [...fields.endpointTypes],
    policy: fields.policy,
    resources: resources.filter(resource => resource.methods.length > 0).map(({ id, path, methods }) => ({ resourceId: id, path, methods: methods.map(freezeMethod) })),
    gatewayResponses: {},
  };
}

function freezeMethod({ httpMethod, fields, methodResponses, integration }: SourceMethod): MethodSnapshot {
  return {
    httpMethod,
    authorizationType: fields.authorizationType,
    authorizerId: fields.authorizerId,
    authorizationScopes: [...fields.authorizationScopes],
    apiKeyRequired: fields.apiKeyRequired,
    operationName: fields.operationName,
    requestParameters: { ...fields.requestParameters },
    requestModels: { ...fields.requestModels },
    validator: null,
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
