import { badRequest, conflict, notFound, type ServiceFault } from '@gatehouse/contract-wire';

export const badKeyType = (): ServiceFault => badRequest('Invalid Usage Plan Key type specified. Valid options are API_KEY');
export const keyIsInPlan = (): ServiceFault => conflict('Usage Plan already contains this API Key');
export const keyIsNotInPlan = (): ServiceFault => notFound('Invalid Usage Plan Key identifier specified');
