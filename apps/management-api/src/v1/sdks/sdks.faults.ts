import { badRequest, notFound, type ServiceFault } from '@gatehouse/contract-wire';

export const noSuchSdkType = (): ServiceFault => notFound('Invalid SDK type identifier specified');
export const badSdkType = (given: string): ServiceFault => badRequest(`Invalid sdkType specified: ${given.slice(0, 100)}`);
export const notGenerated = (id: string): ServiceFault => badRequest(`SDKs of type ${id} are not generated yet; javascript is.`);
export const missingParameter = (name: string): ServiceFault => badRequest(`Missing required SDK parameter: ${name}`);
