import { badRequest, notFound, type ServiceFault } from '@gatehouse/contract-wire';

export const noSuchIntegration = (): ServiceFault => notFound('Invalid Integration identifier specified');
export const badHttpEndpoint = (): ServiceFault => badRequest('Invalid HTTP endpoint specified for URI');
export const badArn = (): ServiceFault => badRequest('Invalid ARN specified in the request');
export const arnWithoutAction = (): ServiceFault => badRequest('AWS ARN for integration must contain path or action');
export const badProxyTarget = (): ServiceFault => badRequest("Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.");
export const BAD_PASSTHROUGH = 'Invalid PassthroughBehavior specified. Valid options are WHEN_NO_MATCH,NEVER,WHEN_NO_TEMPLATES';
export const BAD_CONNECTION_TYPE = 'Invalid ConnectionType specified. Valid options are INTERNET,VPC_LINK';
export const BAD_CONTENT_HANDLING = 'Invalid ContentHandling specified. Valid options are CONVERT_TO_BINARY,CONVERT_TO_TEXT';
export const BAD_TRANSFER_MODE = 'Invalid responseTransferMode specified. Valid options are BUFFERED,STREAM';
export const BAD_TLS_SWITCH = 'Invalid value for insecureSkipVerification specified. Valid options are true,false';
export const badPassthrough = (): ServiceFault => badRequest(BAD_PASSTHROUGH);
export const badTimeout = (maxMs: number): ServiceFault => badRequest(`Timeout should be between 50 ms and ${maxMs} ms`);
export const streamNeedsProxy = (): ServiceFault => badRequest('Response transfer mode STREAM is only supported for integrations of type HTTP_PROXY and AWS_PROXY');
export const BAD_TIMEOUT = 'Timeout should be between 50 ms and 29000 ms';
