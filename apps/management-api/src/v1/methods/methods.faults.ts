import { badRequest, conflict, notFound, type ServiceFault } from '@gatehouse/contract-wire';

export const noSuchMethod = (): ServiceFault => notFound('Invalid Method identifier specified');
export const methodExists = (): ServiceFault => conflict('Method already exists for this resource');
export const BAD_AUTHORIZATION_TYPE = 'Invalid authorization type specified. Valid options are NONE,AWS_IAM,CUSTOM,COGNITO_USER_POOLS';
export const badAuthorizationType = (): ServiceFault => badRequest(BAD_AUTHORIZATION_TYPE);
export const noSuchAuthorizer = (): ServiceFault => badRequest('Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.');
export const noSuchValidator = (): ServiceFault => badRequest('Invalid Request Validator identifier specified');
export const sameParameterName = (): ServiceFault => badRequest('Parameter names must be unique across querystring, header and path');
export const BAD_KEY_SWITCH = 'Invalid value for apiKeyRequired specified. Valid options are true,false';
export const BAD_REQUIRED = 'Invalid value for a request parameter specified. Valid options are true,false';
export const NO_SUCH_PARAMETER = 'Invalid parameter name specified';
export const NO_SUCH_CONTENT_TYPE = 'Content-Type specified was not found';
export const noSuchCertificate = (): ServiceFault => badRequest('Invalid client certificate identifier specified');
export const foreignPath = (given: string, resourcePath: string): ServiceFault => badRequest(`Invalid path specified: ${given.slice(0, 200)} does not lead to ${resourcePath}`);
