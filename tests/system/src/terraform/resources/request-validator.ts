import { ConflictException, CreateRequestValidatorCommand, DeleteRequestValidatorCommand, GetRequestValidatorCommand, UpdateRequestValidatorCommand } from '@aws-sdk/client-api-gateway';
import { found, orNull, tolerating } from '../provider.js';
import { byParts, type Resource } from '../resource.js';
import { flag, text } from '../schema.js';

/** aws_api_gateway_request_validator */
export const requestValidator: Resource = {
  name: 'aws_api_gateway_request_validator',
  schema: { rest_api_id: text.required({ forcesNew: true }), name: text.required(), validate_request_body: flag.optional({ default: false }), validate_request_parameters: flag.optional({ default: false }) },
  async create(aws, data) {
    const { id } = await aws.send(new CreateRequestValidatorCommand({
      restApiId: data.text('rest_api_id'), name: data.text('name'), validateRequestBody: data.flag('validate_request_body') || undefined, validateRequestParameters: data.flag('validate_request_parameters') || undefined,
    }));
    return id!;
  },
  async read(aws, { id, attributes }) {
    const answer = await found(aws.send(new GetRequestValidatorCommand({ restApiId: attributes['rest_api_id'] as string, requestValidatorId: id })));
    return answer && { name: orNull(answer.name), validate_request_body: answer.validateRequestBody ?? false, validate_request_parameters: answer.validateRequestParameters ?? false };
  },
  async update(aws, id, data) {
    const patchOperations = data.replaces([['name', '/name'], ['validate_request_body', '/validateRequestBody'], ['validate_request_parameters', '/validateRequestParameters']]);
    await aws.send(new UpdateRequestValidatorCommand({ restApiId: data.text('rest_api_id'), requestValidatorId: id, patchOperations }));
    return id;
  },
  // A validator that methods still use stays until the API goes.
  delete: (aws, { id, attributes }) => tolerating(
    aws.send(new DeleteRequestValidatorCommand({ restApiId: attributes['rest_api_id'] as string, requestValidatorId: id })), error => error instanceof ConflictException,
  ),
  importer: byParts(['rest_api_id', 'id'], (_, id) => id!),
};
