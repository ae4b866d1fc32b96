import { type AuthorizerFields } from '@gatehouse/contract-definition';
import { add, oneOf, patchTable, remove, replace, text, textOrNull, valuedEntry, whole, type ListRules } from '@gatehouse/engine-patch';
import { type Draft } from '../patching.js';
import { BAD_TTL, BAD_TYPE, NO_SUCH_PROVIDER } from './authorizers.faults.js';

/** What UpdateAuthorizer may change. */
export type AuthorizerDraft = Draft<AuthorizerFields> & { name: string };

const providers: ListRules<AuthorizerDraft> = {
  read: draft => draft.providerARNs,
  write: (draft, entries) => { draft.providerARNs = entries; },
  missing: NO_SUCH_PROVIDER,
};

/** UpdateAuthorizer. A source that is removed gives way to the type's default. */
export const authorizerPatch = patchTable<AuthorizerDraft>({
  '/name': replace(text),
  '/type': replace(oneOf(['TOKEN', 'REQUEST', 'COGNITO_USER_POOLS'], BAD_TYPE)),
  '/authType': replace(textOrNull),
  '/authorizerUri': replace(textOrNull),
  '/authorizerCredentials': replace(textOrNull),
  '/authorizerResultTtlInSeconds': replace(whole(0, 3_600, BAD_TTL)),
  '/identityValidationExpression': replace(textOrNull),
  '/identitySource': [add(textOrNull), replace(textOrNull), remove()],
  '/providerARNs': valuedEntry(providers),
});
