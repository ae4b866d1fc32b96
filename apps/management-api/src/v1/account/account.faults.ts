import { badRequest, type ServiceFault } from '@gatehouse/contract-wire';

export const badRoleArn = (arn: string): ServiceFault => badRequest(`Invalid ARN. ARN is not well formed ${arn}`);
export const FEATURE_STAYS = 'Usage Plans cannot be disabled once enabled';
export const UNKNOWN_FEATURE = 'Invalid feature specified. Valid options are UsagePlans';
