import { BadRequestException, CreateDeploymentCommand, DeleteDeploymentCommand, GetDeploymentCommand, UpdateDeploymentCommand } from '@aws-sdk/client-api-gateway';
import { found, orNull, rfc3339, tolerating } from '../provider.js';
import { byParts, type Resource } from '../resource.js';
import { map, text } from '../schema.js';

/** The refusal after which the provider tries the delete once more. */
export const CANARY_HOLDS = 'Active stages with canary settings pointing to this deployment must be moved or deleted';

/** aws_api_gateway_deployment: never with a stage; triggers and variables replace it. */
export const deployment: Resource = {
  name: 'aws_api_gateway_deployment',
  schema: {
    rest_api_id: text.required({ forcesNew: true }), description: text.optional(), triggers: map.optional({ forcesNew: true, isWriteOnly: true }), variables: map.optional({ forcesNew: true, isWriteOnly: true }),
    created_date: text.computed(),
  },
  async create(aws, data) {
    const { id } = await aws.send(new CreateDeploymentCommand({ restApiId: data.text('rest_api_id'), description: data.text('description'), variables: { ...data.map('variables') } }));
    return id!;
  },
  async read(aws, { id, attributes }) {
    const answer = await found(aws.send(new GetDeploymentCommand({ restApiId: attributes['rest_api_id'] as string, deploymentId: id })));
    return answer && { created_date: rfc3339(answer.createdDate), description: orNull(answer.description) };
  },
  async update(aws, id, data) {
    const patchOperations = data.replaces([['description', '/description']]);
    if (patchOperations.length > 0) await aws.send(new UpdateDeploymentCommand({ restApiId: data.text('rest_api_id'), deploymentId: id, patchOperations }));
    return id;
  },
  async delete(aws, { id, attributes }) {
    const once = (): Promise<unknown> => aws.send(new DeleteDeploymentCommand({ restApiId: attributes['rest_api_id'] as string, deploymentId: id }));
    try {
      await tolerating(once());
    } catch (error) {
      if (!(error instanceof BadRequestException && error.message.includes(CANARY_HOLDS))) throw error;
      await tolerating(once());
    }
  },
  importer: byParts(['rest_api_id', 'id'], (_, id) => id!),
};
