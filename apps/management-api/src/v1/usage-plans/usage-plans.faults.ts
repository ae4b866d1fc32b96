import { badRequest, conflict, notFound, type ServiceFault } from '@gatehouse/contract-wire';

export const noSuchPlan = (): ServiceFault => notFound('Invalid Usage Plan ID specified');
export const noSuchApiStage = (usagePlanId: string, { apiId, stage }: { readonly apiId: string; readonly stage: string }): ServiceFault =>
  notFound(`Invalid API Stage {api: ${apiId}, stage: ${stage}} specified for usageplan ${usagePlanId}`);
export const BAD_API_STAGE = 'Invalid API Stage specified';
export const badApiStage = (): ServiceFault => badRequest(BAD_API_STAGE);
export const blankName = (): ServiceFault => badRequest('Usage Plan name cannot be blank');
export const planHasStages = (id: string, { apiId, stage }: { readonly apiId: string; readonly stage: string }): ServiceFault =>
  badRequest(`Cannot delete Usage Plan ${id} because there are API Stages associated with it, including ${apiId}:${stage}`);
/** By analogy with the sentence for stages. */
export const planHasKeys = (id: string, keyId: string): ServiceFault => badRequest(`Cannot delete Usage Plan ${id} because there are API Keys associated with it, including ${keyId}`);
export const badOffset = (period: string, most: number): ServiceFault => badRequest(`Usage Plan quota offset for period ${period} must be between 0 and ${most}`);
export const missingPeriod = (): ServiceFault => badRequest('Usage Plan quota period must be one of: [DAY, WEEK, MONTH]');
export const missingLimit = (): ServiceFault => badRequest('Usage Plan quota limit must be a whole number that is not negative');
export const badThrottle = (): ServiceFault => badRequest('Usage Plan throttle limits must not be negative');
export const keyInAnotherPlan = (keyId: string, planId: string, { apiId, stage }: { readonly apiId: string; readonly stage: string }): ServiceFault =>
  conflict(`API Key ${keyId} is already in usage plan ${planId}, which holds the same API stage ${apiId}:${stage}. A key can be in one usage plan for each stage.`);
export const BAD_NUMBER = 'Invalid value specified, it must be a number that is not negative';
export const BAD_THROTTLE_MAP = 'Invalid value specified, it must be a JSON object of throttle settings by {resourcePath}/{httpMethod}';
export const NO_SUCH_METHOD_THROTTLE = 'Invalid throttle path specified';
