import { badRequest, conflict, notFound, type ServiceFault } from '@gatehouse/contract-wire';

export const noSuchKey = (): ServiceFault => notFound('Invalid API Key identifier specified');
export const keyExists = (): ServiceFault => conflict('API Key already exists');
export const shortValue = (): ServiceFault => badRequest('API Key value should be at least 20 characters');
export const longValue = (): ServiceFault => badRequest('API Key value exceeds maximum size of 128 characters');
export const longName = (): ServiceFault => badRequest('Invalid API Key name, can be at most 1024 characters.');
export const badDescription = (): ServiceFault => badRequest('Invalid API Key description specified.');
export const badValue = (): ServiceFault => badRequest('API Key value contains characters that no HTTP header can carry');
export const BAD_ENABLED = 'Invalid value for enabled specified. Valid options are true,false';
export const NO_SUCH_STAGE_KEY = 'Invalid stage identifier specified';
export const NO_SUCH_LABEL = 'Invalid label specified';
export const badFile = (reason: string): ServiceFault => badRequest(`The file of API keys cannot be read: ${reason}`);
export const warningsFail = (warnings: readonly string[]): ServiceFault => badRequest(`The import was not done, because it has warnings: ${warnings.join('; ')}`);
