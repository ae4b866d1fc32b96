import { conflict, notFound, type ServiceFault } from '@gatehouse/contract-wire';

/** Method responses and integration responses share the sentence. */
export const noSuchResponse = (): ServiceFault => notFound('Invalid Response status code specified');
export const responseExists = (): ServiceFault => conflict('Response already exists for this resource');
export const BAD_REQUIRED = 'Invalid value for a response parameter specified. Valid options are true,false';
