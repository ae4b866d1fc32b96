import { ConflictException, DeleteMethodResponseCommand, GetMethodResponseCommand, PutMethodResponseCommand, UpdateMethodResponseCommand } from '@aws-sdk/client-api-gateway';
import { found, tolerating } from '../provider.js';
import { byParts, type Resource } from '../resource.js';
import { map, text } from '../schema.js';
import { modelOperations, parameterOperations } from './method.js';
import { METHOD_PARTS, methodId, methodPlace } from './method-place.js';

let last: Promise<unknown> = Promise.resolve();

/** The provider puts method responses one after another, however much runs beside them. */
function alone<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const turn = last.then(work, work);
  last = turn;
  return turn;
}

const RETRY_MS = 2 * 60_000;

/** aws_api_gateway_method_response: a put that conflicts is repeated for two minutes. */
export const methodResponse: Resource & { retryMs: number } = {
  name: 'aws_api_gateway_method_response',
  retryMs: RETRY_MS,
  schema: { ...METHOD_PARTS, status_code: text.required({ forcesNew: true }), response_models: map.optional(), response_parameters: map.optional() },
  async create(aws, data) {
    const place = methodPlace(data.planned);
    const statusCode = data.text('status_code');
    const command = new PutMethodResponseCommand({ ...place, statusCode, responseModels: data.filled('response_models'), responseParameters: data.filled<boolean>('response_parameters') });
    const deadline = Date.now() + this.retryMs;
    await alone(async () => {
      for (;;) {
        try {
          return await aws.send(command);
        } catch (error) {
          if (!(error instanceof ConflictException) || Date.now() > deadline) throw error;
        }
        await new Promise(resolve => setTimeout(resolve, 100));
      }
    });
    return methodId('agmr', place, statusCode);
  },
  async read(aws, { attributes }) {
    const answer = await found(aws.send(new GetMethodResponseCommand({ ...methodPlace(attributes), statusCode: attributes['status_code'] as string })));
    return answer && { response_models: answer.responseModels ?? {}, response_parameters: answer.responseParameters ?? {} };
  },
  async update(aws, id, data) {
    const patchOperations = [...modelOperations(data, 'response_models', '/responseModels'), ...parameterOperations(data, 'response_parameters', '/responseParameters')];
    await aws.send(new UpdateMethodResponseCommand({ ...methodPlace(data.planned), statusCode: data.text('status_code'), patchOperations }));
    return id;
  },
  delete: (aws, { attributes }) => tolerating(aws.send(new DeleteMethodResponseCommand({ ...methodPlace(attributes), statusCode: attributes['status_code'] as string }))),
  importer: byParts([...Object.keys(METHOD_PARTS), 'status_code'], (restApiId, resourceId, httpMethod, status) => methodId('agmr', { restApiId: restApiId!, resourceId: resourceId!, httpMethod: httpMethod! }, status!)),
};
