import { BadRequestException, CreateBasePathMappingCommand, DeleteBasePathMappingCommand, GetBasePathMappingCommand, UpdateBasePathMappingCommand } from '@aws-sdk/client-api-gateway';
import { found, orNull, tolerating } from '../provider.js';
import { type Resource } from '../resource.js';
import { text } from '../schema.js';

const NONE = '(none)';
const idOf = (...parts: readonly string[]): string => parts.filter((part, index) => index < 2 || part !== '').join('/');
const place = (id: string): { domainName: string; basePath: string; domainNameId?: string } => {
  const [domainName, basePath, ...rest] = id.split('/');
  return { domainName: domainName!, basePath: basePath || NONE, ...(rest.length > 0 && { domainNameId: rest.join('/') }) };
};

/** For how long a create is repeated that answers BadRequestException: the API may not have been seen yet. */
export const CREATE_RETRY_MS = 30_000;

/** aws_api_gateway_base_path_mapping: empty paths and stages are sent as empty texts, and `(none)` is how the empty path is addressed. */
export const basePathMapping: Resource & { retryMs: number } = {
  name: 'aws_api_gateway_base_path_mapping',
  retryMs: CREATE_RETRY_MS,
  schema: { api_id: text.required(), domain_name: text.required({ forcesNew: true }), base_path: text.optional(), stage_name: text.optional(), domain_name_id: text.optional() },
  async create(aws, data) {
    const [domainName, basePath, domainNameId] = [data.text('domain_name'), data.text('base_path'), data.given('domain_name_id')];
    const command = new CreateBasePathMappingCommand({ restApiId: data.text('api_id'), domainName, basePath, stage: data.text('stage_name'), domainNameId });
    const deadline = Date.now() + this.retryMs;
    for (;;) {
      try {
        await aws.send(command);
        return idOf(domainName, basePath, domainNameId ?? '');
      } catch (error) {
        if (!(error instanceof BadRequestException) || Date.now() > deadline) throw error;
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  },
  async read(aws, { id }) {
    const { domainName, basePath, domainNameId } = place(id);
    const mapping = await found(aws.send(new GetBasePathMappingCommand({ domainName, basePath, domainNameId })));
    return mapping && {
      api_id: orNull(mapping.restApiId), base_path: mapping.basePath === NONE ? '' : orNull(mapping.basePath), domain_name: domainName, domain_name_id: domainNameId ?? '', stage_name: orNull(mapping.stage),
    };
  },
  async update(aws, id, data) {
    const { domainNameId = '', ...key } = place(id);
    await aws.send(new UpdateBasePathMappingCommand({
      ...key, ...(domainNameId && { domainNameId }), patchOperations: data.replaces([['api_id', '/restapiId'], ['base_path', '/basePath'], ['stage_name', '/stage']]),
    }));
    return data.changes('base_path') ? idOf(data.text('domain_name'), data.text('base_path'), domainNameId) : id;
  },
  delete: (aws, { id }) => tolerating(aws.send(new DeleteBasePathMappingCommand(place(id)))),
};
