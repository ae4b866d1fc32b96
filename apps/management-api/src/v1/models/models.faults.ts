import { badRequest, conflict, notFound, type ServiceFault } from '@gatehouse/contract-wire';
import { type MethodPath } from '../methods/first-method-that.js';

export const noSuchModel = (name: string): ServiceFault => notFound(`Invalid model name specified: ${name}`);
export const modelExists = (): ServiceFault => conflict('Model name already exists for this REST API');
export const emptyName = (): ServiceFault => badRequest('Model name must be non-empty');
export const badName = (name: string): ServiceFault => badRequest(`Model name must be alphanumeric: ${name}`);
export const longName = (): ServiceFault => badRequest('Invalid model name, can be at most 1024 characters.');
export const longSchema = (): ServiceFault => badRequest('Invalid model schema, can be at most 400 KB.');
/** AWS's dress of everything that is wrong with a schema. */
export const badModel = (reason: string): ServiceFault => badRequest(`Invalid model specified: Validation Result: warnings : [], errors : [${reason}]`);
export const emptySchema = (): ServiceFault => badRequest('Model schema must have at least 1 property or array items defined');
export const longTemplate = (): ServiceFault => badRequest('The model is too large for a template: it has more than 10000 properties once its references are followed');
export const inRequest = (name: string, { path, httpMethod }: MethodPath): ServiceFault => conflict(`Cannot delete model '${name}', is referenced in method request: ${path}/${httpMethod}`);
export const inResponse = (name: string, { path, httpMethod }: MethodPath): ServiceFault => conflict(`Cannot delete model '${name}', is referenced in method response: ${path}/${httpMethod}`);
export const inModel = (name: string, other: string): ServiceFault => conflict(`Cannot delete model '${name}', is referenced in model: ${other}`);
