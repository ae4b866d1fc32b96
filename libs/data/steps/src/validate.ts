import { headerOf } from '@gatehouse/contract-text';
import { FAULTS, GatewayFault, Unbuildable, type Exchange, type RestRoute, type Step } from '@gatehouse/data-exchange';
import { queryValue } from '@gatehouse/data-integrations';

interface Required { readonly name: string; readonly read: (x: Exchange) => string | null }

/** AWS lists missing parameters in this order. */
const PLACES = {
  header: name => x => headerOf(x.inbound.headers, name.toLowerCase()),
  path: name => x => x.pathValue(name),
  querystring: name => x => queryValue(x, name),
} satisfies Record<string, (name: string) => (x: Exchange) => string | null>;

/** Built-in models that accept any body; others need a schema, which this build's snapshots do not carry. */
const OPEN_MODELS = new Set(['Empty']);

/** Refuses a request without its required parameters, blank ones included, before anything is sent. */
export const validate: Step<RestRoute> = {
  name: 'validate',
  build({ method }) {
    const { validator, requestParameters, requestModels } = method;
    const closed = validator?.validateRequestBody ? Object.values(requestModels).filter(model => !OPEN_MODELS.has(model)) : [];
    if (closed.length > 0) throw new Unbuildable(`body validation by the model ${closed[0]} is not supported yet`);
    if (!validator?.validateRequestParameters) return null;
    const required = Object.entries(PLACES).flatMap(([place, reader]) => requiredIn(place, reader, requestParameters));
    if (required.length === 0) return null;
    return x => {
      const missing = required.filter(({ read }) => (read(x) ?? '').trim() === '');
      if (missing.length > 0) throw missingParameters(missing.map(({ name }) => name));
    };
  },
};

function requiredIn(place: string, reader: (name: string) => Required['read'], declared: Readonly<Record<string, boolean>>): readonly Required[] {
  const start = `method.request.${place}.`;
  return Object.entries(declared).filter(([key, isRequired]) => isRequired && key.startsWith(start))
    .map(([key]) => ({ name: key.slice(start.length), read: reader(key.slice(start.length)) }));
}

const missingParameters = (names: readonly string[]): GatewayFault =>
  new GatewayFault(FAULTS.BAD_REQUEST_PARAMETERS, { message: `Missing required request parameters: [${names.join(', ')}]` });
