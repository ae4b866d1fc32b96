import { badRequest, notFound, type ServiceFault } from '@gatehouse/contract-wire';

export const LONGEST_SPAN_DAYS = 90;
export const badDate = (name: string): ServiceFault => badRequest(`Invalid ${name} specified, it must be a date of the form YYYY-MM-DD`);
export const badSpan = (): ServiceFault => badRequest('Usage endDate must not lie before startDate');
export const longSpan = (): ServiceFault => badRequest(`Usage can be asked for at most ${LONGEST_SPAN_DAYS} days at a time`);
export const keyIsNotInPlan = (): ServiceFault => notFound('Invalid API Key identifier specified');
export const noQuota = (): ServiceFault => badRequest('Usage Plan has no quota, so nothing remains that could be changed');
export const BAD_REMAINING = 'Invalid value for remaining specified, it must be a whole number that is not negative';
