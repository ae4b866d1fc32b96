import type { Authorizer, V1 } from '@gatehouse/client-calls';
import { z } from 'zod';
import type { Pair } from '../../shared/forms/pairs';
import { sourcesOf } from './authorizer-draft';

/** A call that is made up: a value for each identity source. */
export interface TestAuthorizerDraft {
  readonly identity: readonly Pair[];
}

/** A missing value is a test of its own: the caller is refused. */
export const TestAuthorizerForm = z.object({ identity: z.array(z.object({ name: z.string(), value: z.string() })) });

/** A row for each source that the authorizer looks at. */
export const draftOfTest = ({ identitySource = '' }: Authorizer): TestAuthorizerDraft => ({
  identity: sourcesOf(identitySource).map(name => ({ name, value: '' })),
});

const HEADER = 'method.request.header.',
  QUERY = 'method.request.querystring.',
  VARIABLE = 'stageVariables.',
  CONTEXT = 'context.';

type TestInput = Parameters<NonNullable<(typeof V1.TestInvokeAuthorizer)['_io']>>[0];

/** The form as TestInvokeAuthorizer takes it: each value goes where its source looks. */
export function testInput(restApiId: string, authorizerId: string, { identity }: TestAuthorizerDraft): TestInput {
  const under = (prefix: string): Record<string, string> =>
    Object.fromEntries(
      identity.filter(({ name, value }) => name.startsWith(prefix) && value !== '').map(({ name, value }) => [name.slice(prefix.length), value]),
    );
  const [headers, query, stageVariables, additionalContext] = [under(HEADER), under(QUERY), under(VARIABLE), under(CONTEXT)];
  const some = (map: object): boolean => Object.keys(map).length > 0;
  return {
    restApiId,
    authorizerId,
    ...(some(headers) ? { headers } : {}),
    ...(some(query) ? { pathWithQueryString: `/?${new URLSearchParams(query).toString()}` } : {}),
    ...(some(stageVariables) ? { stageVariables } : {}),
    ...(some(additionalContext) ? { additionalContext } : {}),
  };
}
