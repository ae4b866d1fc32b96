import { badRequest, notFound, type ServiceFault } from '@gatehouse/contract-wire';

export const noSuchApi = (accountId: string, restApiId: string): ServiceFault => notFound(`Invalid API identifier specified ${accountId}:${restApiId}`);
/** `cloneFrom` names no API of this account. */
export const noSuchOriginal = (): ServiceFault => badRequest('Invalid REST API identifier specified');
export const emptyName = (): ServiceFault => badRequest('Name cannot be empty');
export const longName = (): ServiceFault => badRequest('Invalid API name, can be at most 1024 characters.');
export const emptyDescription = (): ServiceFault => badRequest('Description cannot be an empty string');
export const severalEndpointTypes = (): ServiceFault => badRequest('Cannot create an api with multiple Endpoint Types.');
export const privateIsDualstack = (): ServiceFault => badRequest('Only dualstack ipAddressType is supported for Private APIs.');
export const vpcEndpointsArePrivate = (): ServiceFault => badRequest('VPCEndpoints can only be specified with PRIVATE apis.');
export const badPolicy = (): ServiceFault => badRequest('Invalid policy document. Please check the policy syntax and ensure that Principals are valid.');
export const BAD_COMPRESSION_SIZE = 'Invalid minimum compression size, must be between 0 and 10485760';
export const badCompressionSize = (): ServiceFault => badRequest(BAD_COMPRESSION_SIZE);
export const BAD_ENDPOINT_TYPE = 'Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE';
export const BAD_IP_ADDRESS_TYPE = 'ipAddressType must be either ipv4 or dualstack.';
export const BAD_KEY_SOURCE = 'Invalid API Key source specified. Valid options are HEADER,AUTHORIZER';
export const BAD_ENDPOINT_SWITCH = 'Invalid value for disableExecuteApiEndpoint specified. Valid options are true,false';
export const BAD_ACCESS_MODE = 'Invalid endpointAccessMode specified. Valid options are BASIC,STRICT';
export const NO_SUCH_MEDIA_TYPE = 'Invalid binary media type specified';
export const NO_SUCH_VPC_ENDPOINT = 'Invalid VPC endpoint identifier specified';
export const NO_ENDPOINT_TYPE = 'REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.';
