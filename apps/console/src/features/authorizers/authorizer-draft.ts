import { prepare, replaced, V1, type Authorizer, type Call, type PatchOperation } from '@gatehouse/client-calls';
import { z } from 'zod';

/** The form of an authorizer. Fields that a type has no use for are kept empty. */
export interface AuthorizerDraft {
  readonly name: string;
  readonly type: Authorizer['type'];
  readonly authorizerUri: string;
  readonly authorizerCredentials: string;
  /** As AWS writes it: `method.request.header.Authorization`, several with commas. */
  readonly identitySource: string;
  readonly identityValidationExpression: string;
  /** Seconds; "0" = every call asks anew. */
  readonly authorizerResultTtlInSeconds: string;
  readonly providers: readonly { readonly arn: string }[];
}

/** AWS's default for how long a decision is kept. */
const DEFAULT_TTL = 300;

/** What the form of a new authorizer begins with. */
export const NEW_AUTHORIZER: AuthorizerDraft = {
  name: '',
  type: 'TOKEN',
  authorizerUri: '',
  authorizerCredentials: '',
  identitySource: 'method.request.header.Authorization',
  identityValidationExpression: '',
  authorizerResultTtlInSeconds: String(DEFAULT_TTL),
  providers: [],
};

/** Only user pools have no function. */
export const callsFunction = (type: AuthorizerDraft['type']): boolean => type !== 'COGNITO_USER_POOLS';

/** What a type cannot do without; the forms of ARNs and sources are the server's to judge. */
export const AuthorizerForm = z
  .object({
    name: z.string().refine(name => name.trim() !== '', 'Give it a name.').max(128, 'At most 128 characters.'),
    type: z.enum(['TOKEN', 'REQUEST', 'COGNITO_USER_POOLS']),
    authorizerUri: z.string(),
    authorizerCredentials: z.string(),
    identitySource: z.string(),
    identityValidationExpression: z.string(),
    authorizerResultTtlInSeconds: z
      .string()
      .refine(text => /^\d+$/.test(text) && Number(text) <= 3600, 'A whole number of seconds from 0 to 3600.'),
    providers: z.array(z.object({ arn: z.string().min(1, 'The ARN of a user pool.') })),
  })
  .superRefine((draft, context) => {
    const problem = (path: keyof AuthorizerDraft, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
    if (callsFunction(draft.type) && draft.authorizerUri === '') problem('authorizerUri', 'The URI of a Lambda function.');
    if (draft.type !== 'REQUEST' && draft.identitySource === '') problem('identitySource', 'The header that holds the token.');
    if (draft.type === 'REQUEST' && draft.identitySource === '' && Number(draft.authorizerResultTtlInSeconds) > 0)
      problem('identitySource', 'Decisions are kept by identity: name a source, or keep them for 0 seconds.');
    if (!callsFunction(draft.type) && draft.providers.length === 0) problem('providers', 'Name at least one user pool.');
  });

/** The form of an authorizer as it is stored. */
export const draftOfAuthorizer = (authorizer: Authorizer): AuthorizerDraft => ({
  name: authorizer.name,
  type: authorizer.type,
  authorizerUri: authorizer.authorizerUri ?? '',
  authorizerCredentials: authorizer.authorizerCredentials ?? '',
  identitySource: authorizer.identitySource ?? '',
  identityValidationExpression: authorizer.identityValidationExpression ?? '',
  authorizerResultTtlInSeconds: String(authorizer.authorizerResultTtlInSeconds ?? DEFAULT_TTL),
  providers: (authorizer.providerARNs ?? []).map(arn => ({ arn })),
});

/** Members that are left out when they are empty. */
const TEXTS = ['authorizerUri', 'authorizerCredentials', 'identitySource', 'identityValidationExpression'] as const;

/** What makes an authorizer. */
export const creation = (restApiId: string, draft: AuthorizerDraft): readonly Call[] => [
  prepare(V1.CreateAuthorizer, {
    restApiId,
    name: draft.name,
    type: draft.type,
    ...Object.fromEntries(TEXTS.filter(member => draft[member] !== '').map(member => [member, draft[member]])),
    ...(callsFunction(draft.type)
      ? { authorizerResultTtlInSeconds: Number(draft.authorizerResultTtlInSeconds) }
      : { providerARNs: draft.providers.map(({ arn }) => arn) }),
  }),
];

/** What turns one version of an authorizer into another. Its type stays. */
export function change(restApiId: string, authorizerId: string, base: AuthorizerDraft, after: AuthorizerDraft): readonly Call[] {
  const before = base.providers.map(({ arn }) => arn),
    now = after.providers.map(({ arn }) => arn);
  const patchOperations: PatchOperation[] = [
    ...replaced(base, after, ['name', ...TEXTS, 'authorizerResultTtlInSeconds']),
    ...now.filter(value => !before.includes(value)).map(value => ({ op: 'add' as const, path: '/providerARNs', value })),
    ...before.filter(value => !now.includes(value)).map(value => ({ op: 'remove' as const, path: '/providerARNs', value })),
  ];
  return patchOperations.length > 0 ? [prepare(V1.UpdateAuthorizer, { restApiId, authorizerId, patchOperations })] : [];
}

/** The sources of an identity, one by one. */
export const sourcesOf = (identitySource: string): readonly string[] =>
  identitySource
    .split(',')
    .map(source => source.trim())
    .filter(Boolean);
