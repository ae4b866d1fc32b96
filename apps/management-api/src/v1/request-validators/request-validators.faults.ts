import { badRequest, conflict, notFound, type ServiceFault } from '@gatehouse/contract-wire';
import { type MethodPath } from '../methods/first-method-that.js';

export const noSuchRequestValidator = (): ServiceFault => notFound('Invalid Request Validator identifier specified');
export const blankName = (): ServiceFault => badRequest('Request Validator name cannot be blank');
export const longName = (): ServiceFault => badRequest('Invalid Request Validator name, can be at most 1024 characters.');
export const nameExists = (): ServiceFault => conflict('Request Validator name must be unique');
export const badFlag = (member: string): string => `Invalid value for ${member} specified. Valid options are true,false`;
export const inUse = (name: string, { path, httpMethod }: MethodPath): ServiceFault => conflict(`Cannot delete request validator '${name}', is referenced in method request: ${path}/${httpMethod}`);
