import { AuthorizerRow } from '@gatehouse/control-store';
import { findRestApi } from '../rest-apis/find-rest-api.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { noSuchAuthorizer } from './authorizers.faults.js';

/** The authorizer of that id in that API, or 404: first the API is missed, then the authorizer. */
export async function findAuthorizer(useCase: V1UseCase, restApiId: string, id: string): Promise<AuthorizerRow> {
  const row = await useCase.manager.findOneBy(AuthorizerRow, { ...scopeOf(useCase), restApiId, id });
  if (row) return row;
  await findRestApi(useCase, restApiId);
  throw noSuchAuthorizer();
}
