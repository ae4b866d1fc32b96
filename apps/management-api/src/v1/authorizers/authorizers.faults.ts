import { badRequest, conflict, notFound, type ServiceFault } from '@gatehouse/contract-wire';
import { type MethodPath } from '../methods/first-method-that.js';

export const noSuchAuthorizer = (): ServiceFault => notFound('Invalid Authorizer identifier specified');
export const nameExists = (name: string): ServiceFault => conflict(`Authorizer name must be unique. Authorizer ${name} already exists in this RestApi.`);
export const emptyName = (): ServiceFault => badRequest('Authorizer name cannot be empty');
export const longName = (): ServiceFault => badRequest('Invalid Authorizer name, can be at most 128 characters.');
export const longText = (member: string, limit: number): ServiceFault => badRequest(`Invalid ${member}, can be at most ${limit} characters.`);
export const badUri = (uri: string): ServiceFault => badRequest(`Invalid Authorizer URI: ${uri}. Authorizer URI should be a valid API Gateway ARN that represents a Lambda function invocation.`);
export const badCredentials = (): ServiceFault => badRequest('Invalid ARN specified in the request');
export const badTokenSource = (source: string): ServiceFault =>
  badRequest(`Invalid token source expression: ${source}. The source must be a method request header, matching 'method.request.header.[a-zA-Z0-9._-]+'.`);
export const badIdentitySource = (source: string): ServiceFault =>
  badRequest(`Invalid identity source expression: ${source}. The source must be a request header, a query string, a stage variable or a context value.`);
export const noIdentitySource = (): ServiceFault => badRequest('An identity source is required for a REQUEST authorizer unless its results are not cached (a TTL of 0).');
export const noProviders = (): ServiceFault => badRequest('A COGNITO_USER_POOLS authorizer needs at least one provider ARN');
export const badProvider = (arn: string): ServiceFault => badRequest(`Invalid provider ARN: ${arn}. It must be the ARN of a Cognito user pool.`);
export const BAD_TTL = 'Authorizer result TTL must be between 0 and 3600 seconds';
export const badTtl = (): ServiceFault => badRequest(BAD_TTL);
export const badExpression = (reason: string): ServiceFault => badRequest(`Invalid identity validation expression specified: ${reason}`);
export const BAD_TYPE = 'Invalid authorizer type specified. Valid options are TOKEN,REQUEST,COGNITO_USER_POOLS';
export const NO_SUCH_PROVIDER = 'Invalid provider ARN specified';
export const inUse = (name: string, { path, httpMethod }: MethodPath): ServiceFault => conflict(`Cannot delete authorizer '${name}', is referenced in method: ${httpMethod}/${path}`);
export const kindInUse = (name: string, { path, httpMethod }: MethodPath): ServiceFault => conflict(`Cannot change the type of authorizer '${name}', is referenced in method: ${httpMethod}/${path}`);
