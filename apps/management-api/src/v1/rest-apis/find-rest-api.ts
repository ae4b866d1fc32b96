import { type ServiceFault } from '@gatehouse/contract-wire';
import { RestApiRow } from '@gatehouse/control-store';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { noSuchApi } from './rest-apis.faults.js';

/** The API of that id in the caller's account and region, or the fault that the family calls for. Ids are case-sensitive. */
export async function findRestApi(useCase: V1UseCase, restApiId: string, fault: (accountId: string, restApiId: string) => ServiceFault = noSuchApi): Promise<RestApiRow> {
  const row = await useCase.manager.findOneBy(RestApiRow, { ...scopeOf(useCase), id: restApiId });
  if (!row) throw fault(useCase.accountId, restApiId);
  return row;
}

/** The same for a writer: writers of one API wait for each other, so what a use case has checked still holds when it writes. */
export async function lockRestApi(useCase: V1UseCase, restApiId: string, fault: (accountId: string, restApiId: string) => ServiceFault = noSuchApi): Promise<RestApiRow> {
  const row = await useCase.manager.findOne(RestApiRow, { where: { ...scopeOf(useCase), id: restApiId }, lock: { mode: 'for_no_key_update' } });
  if (!row) throw fault(useCase.accountId, restApiId);
  return row;
}
