import { type AuthorizerFields, type MethodDefinition } from '@gatehouse/contract-definition';
import { byText, isList, isObject, listOf, memberOf, objectOf, type Plain, type PlainObject, textOf, textsOf, wholeOf } from './plain.js';
import { type Reading } from './reading.js';

/** What a security scheme means to API Gateway. */
type Scheme = { readonly kind: 'apiKey' } | { readonly kind: 'iam' } | { readonly kind: 'nothing' } | { readonly kind: 'authorizer'; readonly fields: AuthorizerFields };

/** What an operation asks of its callers. */
export type Demand = Pick<MethodDefinition['fields'], 'authorizationType' | 'authorizer' | 'authorizationScopes' | 'apiKeyRequired'>;

const TYPES: Readonly<Record<string, AuthorizerFields['type']>> = { TOKEN: 'TOKEN', REQUEST: 'REQUEST', COGNITO_USER_POOLS: 'COGNITO_USER_POOLS' };
const PLACES: Readonly<Record<string, string>> = { header: 'header', query: 'querystring' };

/** The security schemes of a document, and what its operations make of them. */
export class Security {
  readonly #schemes = new Map<string, Scheme>();

  constructor(private readonly reading: Reading) {
    const { root, isSwagger } = reading;
    const schemes = objectOf(isSwagger ? root['securityDefinitions'] : objectOf(root['components'])['securitySchemes']);
    for (const [name, item] of Object.entries(schemes)) {
      const value = reading.follow(item);
      if (isObject(value)) this.#schemes.set(name, this.#schemeOf(name, value));
    }
  }

  authorizers(): readonly { readonly name: string; readonly fields: AuthorizerFields }[] {
    return [...this.#schemes].flatMap(([name, scheme]) => (scheme.kind === 'authorizer' ? [{ name, fields: scheme.fields }] : [])).sort(byText(item => item.name));
  }

  /** An operation's own `security` replaces the document's; `x-amazon-apigateway-auth` decides over both, but not over the API key. */
  demandOf(operation: PlainObject, where: string): Demand {
    const asked = isList(operation['security']) ? operation['security'] : listOf(this.reading.root['security']);
    const demand = { authorizationType: 'NONE', authorizer: null as string | null, authorizationScopes: [] as readonly string[], apiKeyRequired: false };
    for (const requirement of asked) {
      for (const [name, scopes] of Object.entries(objectOf(requirement))) this.#join(demand, name, textsOf(scopes), where);
    }
    const auth = textOf(objectOf(operation['x-amazon-apigateway-auth'])['type'])?.toUpperCase();
    if (auth === 'NONE' || auth === 'AWS_IAM') return { authorizationType: auth, authorizer: null, authorizationScopes: [], apiKeyRequired: demand.apiKeyRequired };
    if (auth !== undefined) this.reading.fail(`Unable to put method on ${where}: Invalid authorization type specified. Valid options are NONE,AWS_IAM,CUSTOM,COGNITO_USER_POOLS`);
    return demand;
  }

  #join(demand: { -readonly [Key in keyof Demand]: Demand[Key] }, name: string, scopes: readonly string[], where: string): void {
    this.reading.spend(1 + scopes.length);
    const scheme = this.#schemes.get(name);
    if (!scheme) {
      if (name !== 'NONE') this.reading.warn(`Security definition '${name}' of ${where} not found. Ignoring.`);
      return;
    }
    if (scheme.kind === 'apiKey') demand.apiKeyRequired = true;
    if (scheme.kind !== 'iam' && scheme.kind !== 'authorizer') return;
    if (demand.authorizationType !== 'NONE') {
      this.reading.warn(`Only one authorization is supported for ${where}. Ignoring '${name}'.`);
      return;
    }
    if (scheme.kind === 'iam') demand.authorizationType = 'AWS_IAM';
    else {
      const isCognito = scheme.fields.type === 'COGNITO_USER_POOLS';
      Object.assign(demand, { authorizationType: isCognito ? 'COGNITO_USER_POOLS' : 'CUSTOM', authorizer: name, authorizationScopes: isCognito ? scopes : [] });
    }
  }

  #schemeOf(name: string, value: PlainObject): Scheme {
    const authorizer = this.reading.follow(value['x-amazon-apigateway-authorizer']);
    const authType = textOf(value['x-amazon-apigateway-authtype']);
    if (isObject(authorizer)) return this.#authorizerOf(name, value, authorizer, authType);
    if (authType !== null && /^aws/i.test(authType)) return { kind: 'iam' };
    const isKey = value['type'] === 'apiKey' && value['in'] === 'header' && textOf(value['name'])?.toLowerCase() === 'x-api-key';
    if (isKey) return { kind: 'apiKey' };
    this.reading.warn(`Security definition '${name}' is neither an API key in the header x-api-key nor an authorizer. Ignoring.`);
    return { kind: 'nothing' };
  }

  #authorizerOf(name: string, scheme: PlainObject, given: PlainObject, authType: string | null): Scheme {
    const type = memberOf(TYPES, (textOf(given['type']) ?? '').toUpperCase()) as AuthorizerFields['type'] | undefined;
    if (type === undefined) {
      this.reading.fail(`Unable to create authorizer '${name}': Invalid authorizer type specified. Valid options are TOKEN,REQUEST,COGNITO_USER_POOLS`);
      return { kind: 'nothing' };
    }
    return {
      kind: 'authorizer',
      fields: {
        type,
        providerARNs: textsOf(given['providerARNs']),
        authType: authType ?? (type === 'COGNITO_USER_POOLS' ? 'cognito_user_pools' : 'custom'),
        authorizerUri: textOf(given['authorizerUri']) || null,
        authorizerCredentials: textOf(given['authorizerCredentials']) || null,
        identitySource: identitySourceOf(given['identitySource'], scheme, type),
        identityValidationExpression: textOf(given['identityValidationExpression']) || null,
        authorizerResultTtlInSeconds: wholeOf(given['authorizerResultTtlInSeconds']),
      },
    };
  }
}

/** What the extension says, else the header or query parameter that the scheme names. */
function identitySourceOf(given: Plain | undefined, scheme: PlainObject, type: AuthorizerFields['type']): string | null {
  const stated = textOf(given);
  if (stated) return stated.split(',').map(source => source.trim()).join(',');
  const name = textOf(scheme['name']);
  const place = memberOf(PLACES, textOf(scheme['in']) ?? '');
  if (name && name !== 'Unused' && place !== undefined && (type === 'REQUEST' || place === 'header')) return `method.request.${place as string}.${name}`;
  return type === 'REQUEST' ? null : 'method.request.header.Authorization';
}
