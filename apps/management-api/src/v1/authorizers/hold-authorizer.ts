import { type AuthorizerFields, type MethodFields } from '@gatehouse/contract-definition';
import { AuthorizerRow } from '@gatehouse/control-store';
import { noSuchAuthorizer } from '../methods/methods.faults.js';
import { scopeOf, type V1UseCase } from '../use-case.js';

/** A method's authorization type -> the authorizer types that can serve it; a type that is not here needs none. */
const SERVED_BY: Readonly<Record<string, readonly AuthorizerFields['type'][]>> = { CUSTOM: ['TOKEN', 'REQUEST'], COGNITO_USER_POOLS: ['COGNITO_USER_POOLS'] };

/** True when methods of that authorization type need an authorizer. */
export const needsAuthorizer = (authorizationType: string): boolean => Object.hasOwn(SERVED_BY, authorizationType);

/** True when an authorizer of that type can serve methods of that authorization type. */
export const serves = (type: AuthorizerFields['type'], authorizationType: string): boolean => SERVED_BY[authorizationType]?.includes(type) ?? false;

const isPool = ({ type }: AuthorizerFields): boolean => type === 'COGNITO_USER_POOLS';
/** A method asks a lambda authorizer or a user pool; an authorizer that is asked cannot become the other kind. */
export const isOtherKind = (before: AuthorizerFields, after: AuthorizerFields): boolean => isPool(before) !== isPool(after);

/** Refuses a method whose authorization type needs an authorizer and whose id names none of that kind in the API. */
export async function holdAuthorizer(useCase: V1UseCase, restApiId: string, { authorizationType, authorizerId }: Pick<MethodFields, 'authorizationType' | 'authorizerId'>): Promise<void> {
  if (!needsAuthorizer(authorizationType)) return;
  const row = authorizerId ? await useCase.manager.findOneBy(AuthorizerRow, { ...scopeOf(useCase), restApiId, id: authorizerId }) : null;
  if (!row || !serves(row.fields.type, authorizationType)) throw noSuchAuthorizer();
}
