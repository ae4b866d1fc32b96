import { type RestApiDefinition, type RestApiFields } from '@gatehouse/contract-definition';
import { escapeSegment } from '@gatehouse/contract-primitives';
import { type ReadApi } from '@gatehouse/engine-openapi';

/** Fields of the endpoint: an update changes them only where its document speaks of them, and never the endpoint's type. */
const ENDPOINT: readonly (keyof RestApiFields)[] = ['ipAddressType', 'vpcEndpointIds', 'disableExecuteApiEndpoint', 'securityPolicy', 'endpointAccessMode'];

/** The fields of an API after a document was put over it. A merge leaves alone what the document does not speak of; an overwrite gives it AWS's default. */
export function putFields(present: RestApiFields, { definition, stated, warnings }: ReadApi, mode: 'merge' | 'overwrite'): RestApiFields {
  const { kept: newKept, ...given } = definition.fields;
  const isTaken = (name: keyof RestApiFields): boolean => stated.has(name) || (mode === 'overwrite' && !ENDPOINT.includes(name));
  const { warnings: _, kept: oldKept, ...before } = present;
  const taken = Object.fromEntries(Object.entries(given).filter(([name]) => isTaken(name as keyof RestApiFields)));
  const kept = mode === 'overwrite' ? newKept : { ...stillTrue(oldKept ?? {}, definition), ...newKept };
  return {
    ...before, ...taken, endpointTypes: present.endpointTypes,
    ...(warnings.length > 0 && { warnings }),
    ...(kept && Object.keys(kept).length > 0 && { kept }),
  };
}

/** What was kept of things that the document does not replace. */
function stillTrue(kept: Readonly<Record<string, unknown>>, { resources, models }: RestApiDefinition): Readonly<Record<string, unknown>> {
  const replaced = new Set([
    ...models.map(({ name }) => `models/${name}`),
    ...resources.flatMap(({ path, methods }) => methods.map(({ httpMethod }) => `methods/${escapeSegment(path)}/${httpMethod}`)),
  ]);
  return Object.fromEntries(Object.entries(kept).filter(([address]) => {
    const [kind, first, second] = address.slice(1).split('#')[0]!.split('/');
    return !replaced.has(kind === 'models' ? `models/${first ?? ''}` : `${kind ?? ''}/${first ?? ''}/${second ?? ''}`);
  }));
}
