import {
  CreateDocumentationPartCommand, CreateDocumentationVersionCommand, DeleteDocumentationPartCommand, DeleteDocumentationVersionCommand, GetDocumentationPartCommand, GetDocumentationVersionCommand,
  UpdateDocumentationPartCommand, UpdateDocumentationVersionCommand, type DocumentationPartType,
} from '@aws-sdk/client-api-gateway';
import { found, orNull, tolerating } from '../provider.js';
import { byParts, type Resource } from '../resource.js';
import { list, text } from '../schema.js';

const twoParts = (id: string): readonly [string, string] => id.split('/') as [string, string];

/** aws_api_gateway_documentation_part: every member of the location is sent, empty ones as empty texts. */
export const documentationPart: Resource = {
  name: 'aws_api_gateway_documentation_part',
  schema: {
    rest_api_id: text.required({ forcesNew: true }), properties: text.required(), documentation_part_id: text.computed(),
    location: list.required({ forcesNew: true, of: { type: text.required(), method: text.optional(), name: text.optional(), path: text.optional(), status_code: text.optional() } }),
  },
  async create(aws, data) {
    const restApiId = data.text('rest_api_id');
    const { id } = await aws.send(new CreateDocumentationPartCommand({
      restApiId, properties: data.text('properties'),
      location: { type: data.text('location.0.type') as DocumentationPartType, method: data.text('location.0.method'), name: data.text('location.0.name'), path: data.text('location.0.path'), statusCode: data.text('location.0.status_code') },
    }));
    return `${restApiId}/${id}`;
  },
  async read(aws, { id }) {
    const [restApiId, documentationPartId] = twoParts(id);
    const part = await found(aws.send(new GetDocumentationPartCommand({ restApiId, documentationPartId })));
    const { type, method, name, path, statusCode } = part?.location ?? { type: undefined };
    return part && {
      rest_api_id: restApiId, documentation_part_id: documentationPartId, properties: orNull(part.properties),
      location: [{ type: orNull(type), method: orNull(method), name: orNull(name), path: orNull(path), status_code: orNull(statusCode) }],
    };
  },
  async update(aws, id, data) {
    const [restApiId, documentationPartId] = twoParts(id);
    await aws.send(new UpdateDocumentationPartCommand({ restApiId, documentationPartId, patchOperations: data.replaces([['properties', '/properties']]) }));
    return id;
  },
  delete(aws, { id }) {
    const [restApiId, documentationPartId] = twoParts(id);
    return tolerating(aws.send(new DeleteDocumentationPartCommand({ restApiId, documentationPartId })));
  },
};

/** aws_api_gateway_documentation_version */
export const documentationVersion: Resource = {
  name: 'aws_api_gateway_documentation_version',
  schema: { rest_api_id: text.required({ forcesNew: true }), version: text.required({ forcesNew: true }), description: text.optional() },
  async create(aws, data) {
    const restApiId = data.text('rest_api_id');
    const { version } = await aws.send(new CreateDocumentationVersionCommand({ restApiId, documentationVersion: data.text('version'), description: data.given('description') }));
    return `${restApiId}/${version}`;
  },
  async read(aws, { id }) {
    const [restApiId, version] = twoParts(id);
    const answer = await found(aws.send(new GetDocumentationVersionCommand({ restApiId, documentationVersion: version })));
    return answer && { rest_api_id: restApiId, description: orNull(answer.description), version: orNull(answer.version) };
  },
  async update(aws, id, data) {
    await aws.send(new UpdateDocumentationVersionCommand({ restApiId: data.text('rest_api_id'), documentationVersion: data.text('version'), patchOperations: data.replaces([['description', '/description']]) }));
    return id;
  },
  delete: (aws, { attributes }) => tolerating(aws.send(new DeleteDocumentationVersionCommand({ restApiId: attributes['rest_api_id'] as string, documentationVersion: attributes['version'] as string }))),
  importer: byParts(['rest_api_id', 'version'], (api, version) => `${api}/${version}`),
};
