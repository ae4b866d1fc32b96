import { prepare, V1, type Call, type Resource } from '@gatehouse/client-calls';
import { z } from 'zod';
import { isProxy, MOCK_TEMPLATE } from './integration-draft';
import { methodsOf } from './tree';

/** The form of the CORS wizard. */
export interface CorsDraft {
  readonly origin: string;
  readonly headers: string;
  readonly methods: readonly string[];
}

/** Values become quoted constants of a mapping, so they may hold no quote themselves. */
export const CorsForm = z.object({
  origin: z
    .string()
    .min(1, 'Enter an origin, or * for all.')
    .refine(origin => origin === '*' || /^https?:\/\/[^/\s']+$/.test(origin), 'An origin is https://host without a path, or *.'),
  headers: z.string().refine(headers => !headers.includes("'"), 'Without quotes.'),
  methods: z.array(z.string()).min(1, 'Allow at least one method.'),
});

/** AWS's own proposal: all origins, its five headers, the methods that are there. */
export const corsDraft = (resource: Resource): CorsDraft => ({
  origin: '*',
  headers: 'Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token',
  methods: methodsOf(resource).filter(method => method !== 'OPTIONS'),
});

const HEADER = 'method.response.header.Access-Control-Allow-';
/** One write in words, for the list that the wizard shows before it begins. */
export interface CorsStep {
  readonly text: string;
  readonly call: Call;
}

/** The same objects that AWS's console makes: an OPTIONS method answered by a mock, and the origin header on the default answer of every mapped method. */
export function corsSteps(restApiId: string, resource: Resource, draft: CorsDraft): readonly CorsStep[] {
  const options = { restApiId, resourceId: resource.id, httpMethod: 'OPTIONS' };
  const values = {
    [`${HEADER}Headers`]: `'${draft.headers}'`,
    [`${HEADER}Methods`]: `'${[...draft.methods, 'OPTIONS'].join(',')}'`,
    [`${HEADER}Origin`]: `'${draft.origin}'`,
  };
  const declared = Object.fromEntries(Object.keys(values).map(name => [name, false]));
  return [
    ...(methodsOf(resource).includes('OPTIONS')
      ? [{ text: 'Delete the OPTIONS method that is there', call: prepare(V1.DeleteMethod, options) }]
      : []),
    { text: 'Create method OPTIONS, open to everybody', call: prepare(V1.PutMethod, { ...options, authorizationType: 'NONE' }) },
    {
      text: 'Let a mock answer it',
      call: prepare(V1.PutIntegration, { ...options, type: 'MOCK', requestTemplates: { [MOCK_TEMPLATE.name]: MOCK_TEMPLATE.value } }),
    },
    {
      text: 'Declare status 200 with the headers Access-Control-Allow-Headers, -Methods and -Origin',
      call: prepare(V1.PutMethodResponse, {
        ...options,
        statusCode: '200',
        responseParameters: declared,
        responseModels: { 'application/json': 'Empty' },
      }),
    },
    {
      text: `Fill them: ${Object.entries(values)
        .map(([name, value]) => `${name.replace('method.response.header.', '')}: ${value}`)
        .join('; ')}`,
      call: prepare(V1.PutIntegrationResponse, {
        ...options,
        statusCode: '200',
        responseParameters: values,
        responseTemplates: { 'application/json': '' },
      }),
    },
    ...draft.methods.flatMap(httpMethod => originSteps(restApiId, resource, httpMethod, draft.origin)),
  ];
}

/** The default answer of one mapped method gets the origin header, declared and filled. */
function originSteps(restApiId: string, resource: Resource, httpMethod: string, origin: string): readonly CorsStep[] {
  const method = resource.resourceMethods?.[httpMethod],
    integration = method?.methodIntegration;
  if (!method || !integration || isProxy(integration.type)) return [];
  const response = Object.values(integration.integrationResponses ?? {}).find(({ selectionPattern }) => !selectionPattern);
  if (!response) return [];
  const { statusCode } = response,
    path = `/responseParameters/${HEADER}Origin`,
    place = { restApiId, resourceId: resource.id, httpMethod, statusCode };
  const isDeclared = `${HEADER}Origin` in (method.methodResponses?.[statusCode]?.responseParameters ?? {}),
    isFilled = `${HEADER}Origin` in (response.responseParameters ?? {});
  return [
    ...(isDeclared
      ? []
      : [
          {
            text: `Declare Access-Control-Allow-Origin on ${httpMethod} ${statusCode}`,
            call: prepare(V1.UpdateMethodResponse, { ...place, patchOperations: [{ op: 'add', path, value: 'false' }] }),
          },
        ]),
    {
      text: `Fill it with '${origin}' on ${httpMethod} ${statusCode}`,
      call: prepare(V1.UpdateIntegrationResponse, {
        ...place,
        patchOperations: [{ op: isFilled ? 'replace' : 'add', path, value: `'${origin}'` }],
      }),
    },
  ];
}

/** Proxied methods, whose backend must send the header itself. */
export const proxied = (resource: Resource): readonly string[] =>
  methodsOf(resource).filter(method => isProxy(resource.resourceMethods?.[method]?.methodIntegration?.type ?? ''));
