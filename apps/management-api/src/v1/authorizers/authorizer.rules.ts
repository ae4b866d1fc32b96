import { type AuthorizerFields } from '@gatehouse/contract-definition';
import { parseArn } from '@gatehouse/contract-primitives';
import { fullMatch, InvalidPattern } from '@gatehouse/contract-text';
import { readTarget } from './authorizer-target.js';
import * as faults from './authorizers.faults.js';

const HEADER_SOURCE = /^method\.request\.header\.[a-zA-Z0-9._-]+$/;
const REQUEST_SOURCE = /^(method\.request\.(header|querystring)\.[^\s,]+|stageVariables\.\w+|context\.[\w.]+)$/;
const USER_POOL = /^arn:aws[\w-]*:cognito-idp:[a-z0-9-]+:\d{12}:userpool\/[\w-]+$/;
const DEFAULT_SOURCE = 'method.request.header.Authorization';
const MAX_TTL = 3_600;
const LIMITS = { authorizerUri: 2_048, authorizerCredentials: 2_048, identitySource: 4_096, identityValidationExpression: 10_240, authType: 1_024 } as const;

/** The sources of an identity, as they stand between commas. */
export const sourcesOf = (identitySource: string | null): readonly string[] => (identitySource ?? '').split(',').map(source => source.trim()).filter(source => source !== '');

/** An authorizer with AWS's defaults put in: the token's header, and the name of its kind for OpenAPI documents. */
export const withDefaults = (fields: AuthorizerFields): AuthorizerFields => ({
  ...fields,
  authType: fields.authType ?? (fields.type === 'COGNITO_USER_POOLS' ? 'cognito_user_pools' : 'custom'),
  identitySource: fields.identitySource ?? (fields.type === 'REQUEST' ? null : DEFAULT_SOURCE),
});

/** What must hold of an authorizer after a create or a patch. */
export function checkAuthorizer(name: string, fields: AuthorizerFields): void {
  if (name.trim() === '') throw faults.emptyName();
  if (name.length > 128) throw faults.longName();
  for (const [member, limit] of Object.entries(LIMITS)) if ((fields[member as keyof typeof LIMITS]?.length ?? 0) > limit) throw faults.longText(member, limit);
  const ttl = fields.authorizerResultTtlInSeconds;
  if (ttl !== null && (ttl < 0 || ttl > MAX_TTL)) throw faults.badTtl();
  checkExpression(fields.identityValidationExpression);
  CHECKS[fields.type](fields);
}

const CHECKS: Readonly<Record<AuthorizerFields['type'], (fields: AuthorizerFields) => void>> = {
  TOKEN: fields => {
    checkFunction(fields);
    checkTokenSource(fields.identitySource);
  },
  REQUEST: fields => {
    checkFunction(fields);
    const sources = sourcesOf(fields.identitySource);
    if (sources.length === 0 && fields.authorizerResultTtlInSeconds !== 0) throw faults.noIdentitySource();
    for (const source of sources) if (!REQUEST_SOURCE.test(source)) throw faults.badIdentitySource(source);
  },
  COGNITO_USER_POOLS: ({ providerARNs, identitySource }) => {
    if (providerARNs.length === 0) throw faults.noProviders();
    for (const arn of providerARNs) if (!USER_POOL.test(arn)) throw faults.badProvider(arn);
    checkTokenSource(identitySource);
  },
};

function checkTokenSource(source: string | null): void {
  if (!HEADER_SOURCE.test(source ?? '')) throw faults.badTokenSource(source ?? '');
}

function checkFunction({ authorizerUri, authorizerCredentials }: AuthorizerFields): void {
  if (!readTarget(authorizerUri ?? '')) throw faults.badUri(authorizerUri ?? '');
  if (authorizerCredentials !== null && parseArn(authorizerCredentials)?.service !== 'iam') throw faults.badCredentials();
}

/** The gateway runs the expression in linear time, so what it cannot run is refused here. */
function checkExpression(expression: string | null): void {
  if (expression === null) return;
  try {
    fullMatch(expression);
  } catch (error) {
    if (error instanceof InvalidPattern) throw faults.badExpression(error.message);
    throw error;
  }
}
