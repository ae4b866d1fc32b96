import { badRequest, notFound, type ServiceFault } from '@gatehouse/contract-wire';

export const notDefined = (): ServiceFault => notFound('Gateway response type not defined on api');
export const EMPTY_PARAMETER = 'Invalid null or empty value in responseParameters';
export const emptyParameter = (): ServiceFault => badRequest(EMPTY_PARAMETER);
export const EMPTY_TEMPLATE = 'Invalid null or empty value in responseTemplates';
export const emptyTemplate = (): ServiceFault => badRequest(EMPTY_TEMPLATE);
export const BAD_STATUS = 'Invalid status code specified';
