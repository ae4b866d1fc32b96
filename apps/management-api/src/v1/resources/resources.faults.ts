import { badRequest, conflict, notFound, type ServiceFault } from '@gatehouse/contract-wire';

/** An unknown API, resource or parent: AWS says the same of all three. */
export const noSuchResource = (): ServiceFault => notFound('Invalid Resource identifier specified');
export const badPathPart = (): ServiceFault =>
  badRequest("Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end.");
export const longPathPart = (): ServiceFault => badRequest("Resource's path part can be at most 256 characters.");
export const belowGreedy = (greedy: string): ServiceFault => badRequest(`Cannot create a child of a resource with a greedy path variable: ${greedy}`);
export const secondVariable = (sibling: string): ServiceFault => badRequest(`A sibling (${sibling}) of this resource already has a variable path part -- only one is allowed`);
export const sameName = (pathPart: string): ServiceFault => conflict(`Another resource with the same parent already has this name: ${pathPart}`);
export const cyclical = (): ServiceFault => badRequest('Resources cannot be cyclical.');
export const rootKeepsParent = (): ServiceFault => badRequest('Root resource cannot update its parentId.');
export const rootKeepsPathPart = (): ServiceFault => badRequest('Root resource cannot update its pathPart.');
export const rootStays = (): ServiceFault => badRequest('The root resource cannot be deleted.');
