import { type AuthorizerFields } from '@gatehouse/contract-definition';
import { type AuthorizerTarget } from './authorizer-target.js';
import { type TestRequest } from './test-request.js';

/** What a test asks an authorizer: the identity's values by source, and the request that they come from. */
export interface AuthorizerCall {
  readonly authorizerId: string;
  readonly fields: AuthorizerFields;
  /** The function with stage variables put in; null for user pools. */
  readonly target: AuthorizerTarget | null;
  readonly identity: ReadonlyMap<string, string>;
  readonly request: TestRequest;
}

/** An authorizer that answered. `policy` is the document as it came; `claims` are those of a user pool's token. */
export interface Decided {
  readonly kind: 'decided';
  readonly lines: readonly string[];
  readonly principalId: string | null;
  readonly policy: string | null;
  readonly authorization: Readonly<Record<string, readonly string[]>>;
  readonly claims: Readonly<Record<string, string>> | null;
}

/** What came of the call. `lines` go into the execution log as AWS writes them. */
export type AuthorizerVerdict = Decided | { readonly kind: 'unauthorized' | 'failed'; readonly lines: readonly string[] };

/** Port: calls an authorizer's function, or asks its user pools about a token. */
export abstract class AuthorizerInvoker {
  abstract invoke(call: AuthorizerCall): Promise<AuthorizerVerdict>;
}

/** An installation without functions and without user pools: whoever is asked cannot be reached, which AWS calls a configuration error. */
export class UnreachableAuthorizers extends AuthorizerInvoker {
  invoke(): Promise<AuthorizerVerdict> {
    return Promise.resolve({ kind: 'failed', lines: ['Execution failed due to configuration error: Authorizer error', 'AuthorizerConfigurationException'] });
  }
}
