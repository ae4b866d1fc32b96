import { type AuthorizerFields, type MethodDefinition, type RestApiDefinition } from '@gatehouse/contract-definition';
import { type Json, type JsonObject, anyOf, firstOfEach, members } from './json.js';
import { type Scope } from './scope.js';

const HEADER = 'method.request.header.';
const QUERY = 'method.request.querystring.';
const API_KEY: JsonObject = { type: 'apiKey', name: 'x-api-key', in: 'header' };
const SIGV4: JsonObject = { type: 'apiKey', name: 'Authorization', in: 'header', 'x-amazon-apigateway-authtype': 'awsSigv4' };

/** The names of the two schemes that are no authorizers; an authorizer of that name makes way for nobody. */
export function ownSchemes({ authorizers }: RestApiDefinition): { readonly apiKey: string; readonly sigv4: string } {
  const taken = new Set(authorizers.map(({ name }) => name));
  const free = (name: string): string => (taken.has(name) ? free(`${name}_`) : name);
  return { apiKey: free('api_key'), sigv4: free('sigv4') };
}

/** Where a caller's credential lies, as far as OpenAPI can say it; several places or none are `Unused`, as AWS writes. */
function placeOf(fields: AuthorizerFields): { readonly name: string; readonly in: string } {
  const source = sourceOf(fields);
  if (source.includes(',')) return NOWHERE;
  if (source.startsWith(HEADER)) return { name: source.slice(HEADER.length), in: 'header' };
  return source.startsWith(QUERY) && fields.type === 'REQUEST' ? { name: source.slice(QUERY.length), in: 'query' } : NOWHERE;
}
const NOWHERE = { name: 'Unused', in: 'header' };

/** Without blanks; a token that nobody has placed lies where AWS looks for it. */
const sourceOf = ({ identitySource, type }: AuthorizerFields): string =>
  identitySource?.split(',').map(source => source.trim()).join(',') || (type === 'REQUEST' ? '' : `${HEADER}Authorization`);

/** Of a token the header's name says all; a source that it cannot say is written out. */
const isSaid = (fields: AuthorizerFields): boolean => fields.type !== 'REQUEST' && placeOf(fields).name !== NOWHERE.name;

const authorizerOf = (fields: AuthorizerFields): JsonObject => members({
  identitySource: isSaid(fields) ? undefined : sourceOf(fields) || undefined,
  authorizerUri: fields.authorizerUri || undefined,
  authorizerCredentials: fields.authorizerCredentials || undefined,
  authorizerResultTtlInSeconds: fields.authorizerResultTtlInSeconds ?? undefined,
  identityValidationExpression: fields.identityValidationExpression || undefined,
  providerARNs: anyOf(fields.providerARNs),
  type: fields.type.toLowerCase(),
});

/** The schemes of a document: authorizers that methods name (all of them when authorizers are asked for), then keys and signatures where methods ask for them. */
export function securitySchemes(scope: Scope): JsonObject {
  const { definition } = scope;
  const methods = definition.resources.flatMap(resource => resource.methods);
  const used = new Set(methods.flatMap(method => authorizersOf(method)));
  const own = ownSchemes(definition);
  const authorizers = definition.authorizers.filter(({ name }) => scope.asks('authorizers') || used.has(name)).map(({ name, fields }): readonly [string, Json] => [name, {
    type: 'apiKey',
    ...placeOf(fields),
    'x-amazon-apigateway-authtype': fields.authType ?? (fields.type === 'COGNITO_USER_POOLS' ? 'cognito_user_pools' : 'custom'),
    ...(scope.asks('authorizers') && { 'x-amazon-apigateway-authorizer': authorizerOf(fields) }),
    ...scope.documentation.of('AUTHORIZER', { name }),
  }]);
  return firstOfEach([
    ...authorizers,
    ...(methods.some(method => method.fields.apiKeyRequired) ? [[own.apiKey, API_KEY] as const] : []),
    ...(methods.some(method => method.fields.authorizationType === 'AWS_IAM') ? [[own.sigv4, SIGV4] as const] : []),
  ]);
}

/** Authorization types that an authorizer decides. */
const BY_AUTHORIZER: ReadonlySet<string> = new Set(['CUSTOM', 'COGNITO_USER_POOLS']);
const authorizersOf = ({ fields }: MethodDefinition): readonly string[] => (fields.authorizer !== null && BY_AUTHORIZER.has(fields.authorizationType) ? [fields.authorizer] : []);
/** Scopes mean something to user pools only. */
const scopesOf = ({ authorizers }: RestApiDefinition, name: string, scopes: readonly string[]): readonly string[] | null => {
  const authorizer = authorizers.find(each => each.name === name);
  if (!authorizer) return null;
  return authorizer.fields.type === 'COGNITO_USER_POOLS' ? scopes : [];
};

/** What an operation asks of its callers: one entry each, as AWS writes them. */
export function securityOf({ definition }: Scope, method: MethodDefinition): readonly Json[] | undefined {
  const own = ownSchemes(definition);
  const { authorizationType, authorizationScopes, apiKeyRequired } = method.fields;
  const asked: Json[] = authorizersOf(method).flatMap(name => {
    const scopes = scopesOf(definition, name, authorizationScopes);
    return scopes ? [{ [name]: scopes }] : [];
  });
  if (authorizationType === 'AWS_IAM') asked.push({ [own.sigv4]: [] });
  if (apiKeyRequired) asked.push({ [own.apiKey]: [] });
  return asked.length > 0 ? asked : undefined;
}
