import { CreateModelCommand, DeleteModelCommand, GetModelCommand, UpdateModelCommand } from '@aws-sdk/client-api-gateway';
import { found, orNull, tolerating } from '../provider.js';
import { type Resource } from '../resource.js';
import { type Attributes, json, text } from '../schema.js';

const place = ({ rest_api_id, name }: Attributes): { restApiId: string; modelName: string } => ({ restApiId: rest_api_id as string, modelName: name as string });

/** aws_api_gateway_model: addressed by its name, known by its id. */
export const model: Resource = {
  name: 'aws_api_gateway_model',
  schema: {
    rest_api_id: text.required({ forcesNew: true }), name: text.required({ forcesNew: true }), content_type: text.required({ forcesNew: true }), description: text.optional(), schema: json.optional(),
  },
  async create(aws, data) {
    const { id } = await aws.send(new CreateModelCommand({
      restApiId: data.text('rest_api_id'), name: data.text('name'), contentType: data.text('content_type'), description: data.given('description'), schema: data.given('schema'),
    }));
    return id!;
  },
  async read(aws, { attributes }) {
    const answer = await found(aws.send(new GetModelCommand(place(attributes))));
    return answer && { content_type: orNull(answer.contentType), description: orNull(answer.description), schema: orNull(answer.schema) };
  },
  async update(aws, id, data) {
    await aws.send(new UpdateModelCommand({ ...place(data.planned), patchOperations: data.replaces([['description', '/description'], ['schema', '/schema']]) }));
    return id;
  },
  delete: (aws, { attributes }) => tolerating(aws.send(new DeleteModelCommand(place(attributes)))),
  async importer(aws, given) {
    const [rest_api_id = '', name = ''] = given.split('/');
    const answer = await aws.send(new GetModelCommand(place({ rest_api_id, name })));
    return { id: answer.id!, attributes: { rest_api_id, name } };
  },
};
