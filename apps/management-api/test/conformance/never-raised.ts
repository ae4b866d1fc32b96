import { type ErrorName } from './named-errors.js';
import { type OperationName } from './recorder.js';

/** Errors that AWS's model names for an operation and that we never answer, each with the reason. Whatever stands here must not be provoked anywhere. */
export const NEVER_RAISED: readonly { readonly error: ErrorName; readonly reason: string; readonly operations: readonly OperationName[] }[] = [
  {
    error: 'NotFoundException', reason: 'it asks for all there is, or for the one account: nothing is named that could be missing',
    operations: ['GetAccount', 'UpdateAccount', 'GetApiKeys', 'GetClientCertificates', 'GetDomainNameAccessAssociations', 'GetDomainNames', 'GetRestApis', 'GetSdkTypes', 'GetUsagePlans', 'GetVpcLinks'],
  },
  { error: 'NotFoundException', reason: 'it makes something new; what its file names and is not there is a warning', operations: ['ImportRestApi', 'ImportApiKeys'] },
  { error: 'ConflictException', reason: 'it only reads, and reading collides with nobody', operations: ['GetExport', 'GetSdk', 'GetStage', 'GetStages'] },
  { error: 'LimitExceededException', reason: 'it only reads, takes something away or empties a cache: nothing grows', operations: ['GetExport', 'GetSdk', 'GetStage', 'GetStages', 'DeleteDeployment', 'DeleteStage', 'FlushStageAuthorizersCache', 'FlushStageCache', 'UntagResource'] },
  {
    error: 'LimitExceededException', reason: 'AWS publishes no number of such things',
    operations: ['CreateDocumentationVersion', 'CreateModel', 'CreateRequestValidator', 'PutGatewayResponse', 'PutIntegration', 'PutIntegrationResponse', 'PutMethod', 'PutMethodResponse'],
  },
  {
    error: 'LimitExceededException', reason: 'it changes one thing that is there already: nothing that AWS counts grows',
    operations: [
      'UpdateAccount', 'UpdateApiKey', 'UpdateAuthorizer', 'UpdateBasePathMapping', 'UpdateClientCertificate', 'UpdateDeployment', 'UpdateDocumentationPart', 'UpdateDocumentationVersion', 'UpdateDomainName', 'UpdateGatewayResponse', 'UpdateIntegration',
      'UpdateIntegrationResponse', 'UpdateMethodResponse', 'UpdateModel', 'UpdateRequestValidator', 'UpdateUsage', 'UpdateUsagePlan', 'UpdateVpcLink',
    ],
  },
];
