import { badRequest, conflict, notFound, type ServiceFault } from '@gatehouse/contract-wire';

export const noSuchPart = (): ServiceFault => notFound('Invalid Documentation part identifier specified');
export const partExists = (location: string): ServiceFault => conflict(`Documentation part already exists for the specified location: ${location}.`);
export const strayMembers = (type: string, members: readonly string[]): ServiceFault => badRequest(`Invalid location specified: a documentation part of type ${type} has no [${members.join(', ')}]`);
export const missingMembers = (type: string, members: readonly string[]): ServiceFault => badRequest(`Invalid location specified: a documentation part of type ${type} needs [${members.join(', ')}]`);
export const badPath = (path: string): ServiceFault => badRequest(`Invalid location specified: the path ${path} does not begin with a slash`);
export const badMethod = (method: string): ServiceFault => badRequest(`Invalid location specified: ${method} is no method. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY,*`);
export const badStatus = (statusCode: string): ServiceFault => badRequest(`Invalid location specified: ${statusCode} is no status code`);
export const noType = (): ServiceFault => badRequest('Invalid location specified: it has no known type');
export const longLocation = (): ServiceFault => badRequest('Invalid location specified: it has more than 2000 bytes');
export const badProperties = (): ServiceFault => badRequest('Invalid properties specified: documentation part properties must be a JSON object');
export const longProperties = (): ServiceFault => badRequest('Invalid properties specified: documentation part properties can be at most 400 KB');
export const unreadableDocument = (): ServiceFault => badRequest('Unable to build importer with provided input.');
export const noOpenApi = (): ServiceFault => badRequest('Invalid OpenAPI input.');
export const tooManyParts = (limit: number): ServiceFault => badRequest(`An import can hold at most ${limit} documentation parts`);
export const warningsFail = (warnings: readonly string[]): ServiceFault => badRequest(`Warnings found during import:\n\t${warnings.join('\n\t')}`);
