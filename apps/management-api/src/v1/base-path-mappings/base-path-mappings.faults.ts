import { badRequest, conflict, notFound, type ServiceFault } from '@gatehouse/contract-wire';

export const noSuchMapping = (): ServiceFault => notFound('Invalid base path mapping identifier specified');
export const mappingExists = (): ServiceFault => conflict('Base path already exists for this domain name');
export const badBasePath = (): ServiceFault => badRequest("Invalid base path specified: it may hold letters, numbers and $-_.+!*'()");
export const noSuchApi = (): ServiceFault => badRequest('Invalid REST API identifier specified');
export const noSuchStage = (): ServiceFault => badRequest('Invalid stage identifier specified');
export const apiIsMapped = (): ServiceFault => badRequest('Please remove all base path mappings related to the API in your domain name before deleting it.');
export const stageIsMapped = (): ServiceFault => badRequest('Please remove all base path mappings related to the stage in your domain name before deleting it.');
