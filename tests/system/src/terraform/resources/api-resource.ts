import { CreateResourceCommand, DeleteResourceCommand, GetResourceCommand, UpdateResourceCommand } from '@aws-sdk/client-api-gateway';
import { found, orNull, tolerating } from '../provider.js';
import { byParts, type Resource } from '../resource.js';
import { text } from '../schema.js';

/** aws_api_gateway_resource: may be renamed and moved in place. */
export const apiResource: Resource = {
  name: 'aws_api_gateway_resource',
  schema: { rest_api_id: text.required({ forcesNew: true }), parent_id: text.required(), path_part: text.required(), path: text.computed() },
  async create(aws, data) {
    const { id } = await aws.send(new CreateResourceCommand({ restApiId: data.text('rest_api_id'), parentId: data.text('parent_id'), pathPart: data.text('path_part') }));
    return id!;
  },
  async read(aws, { id, attributes }) {
    const answer = await found(aws.send(new GetResourceCommand({ restApiId: attributes['rest_api_id'] as string, resourceId: id })));
    return answer && { parent_id: orNull(answer.parentId), path_part: orNull(answer.pathPart), path: orNull(answer.path) };
  },
  async update(aws, id, data) {
    await aws.send(new UpdateResourceCommand({ restApiId: data.text('rest_api_id'), resourceId: id, patchOperations: data.replaces([['path_part', '/pathPart'], ['parent_id', '/parentId']]) }));
    return id;
  },
  delete: (aws, { id, attributes }) => tolerating(aws.send(new DeleteResourceCommand({ restApiId: attributes['rest_api_id'] as string, resourceId: id }))),
  importer: byParts(['rest_api_id', 'id'], (_, id) => id!),
};
