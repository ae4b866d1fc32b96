import { DeleteIntegrationResponseCommand, GetIntegrationResponseCommand, PutIntegrationResponseCommand, type ContentHandlingStrategy } from '@aws-sdk/client-api-gateway';
import { found, orNull, type Provider, tolerating } from '../provider.js';
import { type ResourceData } from '../resource-data.js';
import { byParts, type Resource } from '../resource.js';
import { map, text } from '../schema.js';
import { METHOD_PARTS, methodId, methodPlace } from './method-place.js';

async function put(aws: Provider, data: ResourceData): Promise<string> {
  const place = methodPlace(data.planned);
  await aws.send(new PutIntegrationResponseCommand({
    ...place, statusCode: data.text('status_code'), responseTemplates: data.filled('response_templates'), responseParameters: data.filled('response_parameters'),
    contentHandling: data.given('content_handling') as ContentHandlingStrategy | undefined, selectionPattern: data.given('selection_pattern'),
  }));
  return methodId('agir', place, data.text('status_code'));
}

/** aws_api_gateway_integration_response: create and update are the same PUT. */
export const integrationResponse: Resource = {
  name: 'aws_api_gateway_integration_response',
  schema: {
    ...METHOD_PARTS, status_code: text.required({ forcesNew: true }), selection_pattern: text.optional(), response_templates: map.optional(), response_parameters: map.optional(), content_handling: text.optional(),
  },
  create: put,
  async read(aws, { attributes }) {
    const answer = await found(aws.send(new GetIntegrationResponseCommand({ ...methodPlace(attributes), statusCode: attributes['status_code'] as string })));
    return answer && {
      content_handling: orNull(answer.contentHandling), response_parameters: answer.responseParameters ?? {}, response_templates: answer.responseTemplates ?? {}, selection_pattern: orNull(answer.selectionPattern),
    };
  },
  update: (aws, _, data) => put(aws, data),
  delete: (aws, { attributes }) => tolerating(aws.send(new DeleteIntegrationResponseCommand({ ...methodPlace(attributes), statusCode: attributes['status_code'] as string }))),
  importer: byParts([...Object.keys(METHOD_PARTS), 'status_code'], (restApiId, resourceId, httpMethod, status) => methodId('agir', { restApiId: restApiId!, resourceId: resourceId!, httpMethod: httpMethod! }, status!)),
};
