import { DeleteGatewayResponseCommand, GetGatewayResponseCommand, PutGatewayResponseCommand, type GatewayResponseType } from '@aws-sdk/client-api-gateway';
import { found, orNull, type Provider, tolerating } from '../provider.js';
import { type ResourceData } from '../resource-data.js';
import { byParts, type Resource } from '../resource.js';
import { type Attributes, map, text } from '../schema.js';

const place = ({ rest_api_id, response_type }: Attributes): { restApiId: string; responseType: GatewayResponseType } => ({ restApiId: rest_api_id as string, responseType: response_type as GatewayResponseType });
const idOf = (...parts: readonly (string | undefined)[]): string => `aggr-${parts.join('-')}`;

async function put(aws: Provider, data: ResourceData): Promise<string> {
  const { restApiId, responseType } = place(data.planned);
  await aws.send(new PutGatewayResponseCommand({
    restApiId, responseType, statusCode: data.given('status_code'), responseTemplates: { ...data.map('response_templates') }, responseParameters: { ...data.map('response_parameters') },
  }));
  return idOf(restApiId, responseType);
}

/** aws_api_gateway_gateway_response: create and update are the same PUT, empty maps included. */
export const gatewayResponse: Resource = {
  name: 'aws_api_gateway_gateway_response',
  schema: {
    rest_api_id: text.required({ forcesNew: true }), response_type: text.required({ forcesNew: true }), status_code: text.optional(), response_templates: map.optional(), response_parameters: map.optional(),
  },
  create: put,
  async read(aws, { attributes }) {
    const answer = await found(aws.send(new GetGatewayResponseCommand(place(attributes))));
    return answer && {
      response_type: orNull(answer.responseType), status_code: orNull(answer.statusCode), response_templates: answer.responseTemplates ?? {}, response_parameters: answer.responseParameters ?? {},
    };
  },
  update: (aws, _, data) => put(aws, data),
  delete: (aws, { attributes }) => tolerating(aws.send(new DeleteGatewayResponseCommand(place(attributes)))),
  importer: byParts(['rest_api_id', 'response_type'], idOf),
};
