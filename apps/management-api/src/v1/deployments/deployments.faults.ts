import { badRequest, notFound, type ServiceFault } from '@gatehouse/contract-wire';

export const noSuchDeployment = (): ServiceFault => notFound('Invalid Deployment identifier specified');
/** A stage or a canary that is to point at a deployment which is not there. */
export const deploymentDoesNotExist = (): ServiceFault => badRequest('Deployment id does not exist');
export const noMethods = (): ServiceFault => badRequest("The REST API doesn't contain any methods");
export const noIntegration = (): ServiceFault => badRequest('No integration defined for method');
export const activeStages = (): ServiceFault => badRequest('Active stages pointing to this deployment must be moved or deleted');
export const activeCanaries = (): ServiceFault => badRequest('Active stages with canary settings pointing to this deployment must be moved or deleted');
export const canaryNeedsStage = (given: string | undefined): ServiceFault =>
  badRequest(`Invalid deployment content specified.Non null and non empty stageName must be provided for canary deployment. Provided value is ${given ?? null}`);
export const canaryStageMissing = (stageName: string): ServiceFault =>
  badRequest(`Invalid deployment content specified.Stage ${stageName} must already be created before making a canary release deployment`);
