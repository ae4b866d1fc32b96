import { type Authorizer } from '@gatehouse/contract-wire';
import { type AuthorizerRow } from '@gatehouse/control-store';

/** Row -> AWS's Authorizer. */
export const presentAuthorizer = ({ id, name, fields }: AuthorizerRow): Authorizer => ({
  id,
  name,
  type: fields.type,
  providerARNs: fields.providerARNs.length > 0 ? fields.providerARNs : undefined,
  authType: fields.authType ?? undefined,
  authorizerUri: fields.authorizerUri ?? undefined,
  authorizerCredentials: fields.authorizerCredentials ?? undefined,
  identitySource: fields.identitySource ?? undefined,
  identityValidationExpression: fields.identityValidationExpression ?? undefined,
  authorizerResultTtlInSeconds: fields.authorizerResultTtlInSeconds ?? undefined,
});
