import { ConflictException, CreateAuthorizerCommand, DeleteAuthorizerCommand, GetAuthorizerCommand, UpdateAuthorizerCommand, type AuthorizerType } from '@aws-sdk/client-api-gateway';
import { found, orNull, tolerating } from '../provider.js';
import { add, remove, replace } from '../resource-data.js';
import { byParts, type Resource } from '../resource.js';
import { number, set, text } from '../schema.js';

const DEFAULT_TTL = 300;

/** aws_api_gateway_authorizer: the credentials of a COGNITO_USER_POOLS authorizer come by a patch after the create. */
export const authorizer: Resource = {
  name: 'aws_api_gateway_authorizer',
  schema: {
    rest_api_id: text.required({ forcesNew: true }), name: text.required(), type: text.optional({ default: 'TOKEN' }), authorizer_uri: text.optional(), authorizer_credentials: text.optional(),
    authorizer_result_ttl_in_seconds: number.optional({ default: DEFAULT_TTL }), identity_source: text.optional({ default: 'method.request.header.Authorization' }),
    identity_validation_expression: text.optional(), provider_arns: set.optional(), arn: text.computed(),
  },
  async create(aws, data) {
    const isCognito = data.text('type') === 'COGNITO_USER_POOLS';
    const restApiId = data.text('rest_api_id');
    const credentials = data.given('authorizer_credentials');
    const { id } = await aws.send(new CreateAuthorizerCommand({
      restApiId, name: data.text('name'), type: data.text('type') as AuthorizerType, identitySource: data.text('identity_source'), authorizerResultTtlInSeconds: data.number('authorizer_result_ttl_in_seconds'),
      authorizerUri: data.given('authorizer_uri'), authorizerCredentials: isCognito ? undefined : credentials,
      identityValidationExpression: data.given('identity_validation_expression'), providerARNs: data.has('provider_arns') ? [...data.texts('provider_arns')] : undefined,
    }));
    if (isCognito && credentials) await aws.send(new UpdateAuthorizerCommand({ restApiId, authorizerId: id!, patchOperations: [replace('/authorizerCredentials', credentials)] }));
    return id!;
  },
  async read(aws, { id, attributes: { rest_api_id: api } }) {
    const restApiId = api as string;
    const answer = await found(aws.send(new GetAuthorizerCommand({ restApiId, authorizerId: id })));
    return answer && {
      arn: aws.arn(`/restapis/${restApiId}/authorizers/${id}`), authorizer_credentials: orNull(answer.authorizerCredentials), authorizer_result_ttl_in_seconds: answer.authorizerResultTtlInSeconds ?? DEFAULT_TTL,
      authorizer_uri: orNull(answer.authorizerUri), identity_source: orNull(answer.identitySource), identity_validation_expression: orNull(answer.identityValidationExpression),
      name: orNull(answer.name), provider_arns: answer.providerARNs ?? [], type: orNull(answer.type),
    };
  },
  async update(aws, id, data) {
    const { gone, come } = data.moves('provider_arns');
    await aws.send(new UpdateAuthorizerCommand({
      restApiId: data.text('rest_api_id'), authorizerId: id,
      patchOperations: [
        ...data.replaces([
          ['authorizer_uri', '/authorizerUri'], ['identity_source', '/identitySource'], ['name', '/name'], ['type', '/type'], ['authorizer_credentials', '/authorizerCredentials'],
          ['authorizer_result_ttl_in_seconds', '/authorizerResultTtlInSeconds'], ['identity_validation_expression', '/identityValidationExpression'],
        ]),
        // The list may never be empty: what is new comes before what is old goes.
        ...come.map(arn => add('/providerARNs', arn)), ...gone.map(arn => remove('/providerARNs', arn)),
      ],
    }));
    return id;
  },
  // An authorizer that methods still use stays until the API goes.
  delete: (aws, { id, attributes }) => tolerating(aws.send(new DeleteAuthorizerCommand({ restApiId: attributes['rest_api_id'] as string, authorizerId: id })), error => error instanceof ConflictException),
  importer: byParts(['rest_api_id', 'id'], (_, id) => id!),
};
