import { type DocumentationLocation, type DocumentationPartType } from '@gatehouse/contract-definition';
import { type RestApiSource, type SourceMethod } from '@gatehouse/control-store';

const NOWHERE = { path: null, method: null, statusCode: null, name: null } as const;
const PLACES: readonly (readonly [prefix: string, type: DocumentationPartType])[] = [
  ['method.request.path.', 'PATH_PARAMETER'], ['method.request.querystring.', 'QUERY_PARAMETER'], ['method.request.header.', 'REQUEST_HEADER'],
];
const HEADER = 'method.response.header.';

/** Every entity of an API that documentation can be about. */
export function entitiesOf({ resources, models, authorizers }: Pick<RestApiSource, 'resources' | 'models' | 'authorizers'>): readonly DocumentationLocation[] {
  return [
    { ...NOWHERE, type: 'API' },
    ...authorizers.map(({ name }): DocumentationLocation => ({ ...NOWHERE, type: 'AUTHORIZER', name })),
    ...models.map(({ name }): DocumentationLocation => ({ ...NOWHERE, type: 'MODEL', name })),
    ...resources.flatMap(({ path, methods }): readonly DocumentationLocation[] => [{ ...NOWHERE, type: 'RESOURCE', path }, ...methods.flatMap(method => ofMethod(path, method))]),
  ];
}

function ofMethod(path: string, { httpMethod, fields, methodResponses }: SourceMethod): readonly DocumentationLocation[] {
  const at = { ...NOWHERE, path, method: httpMethod };
  const parameters = Object.keys(fields.requestParameters).flatMap((key): readonly DocumentationLocation[] => {
    const [prefix, type] = PLACES.find(([each]) => key.startsWith(each)) ?? [];
    return prefix && type ? [{ ...at, type, name: key.slice(prefix.length) }] : [];
  });
  const responses = methodResponses.flatMap(({ statusCode, fields: { responseParameters, responseModels } }): readonly DocumentationLocation[] => [
    { ...at, type: 'RESPONSE', statusCode },
    ...Object.keys(responseParameters).filter(key => key.startsWith(HEADER)).map((key): DocumentationLocation => ({ ...at, type: 'RESPONSE_HEADER', statusCode, name: key.slice(HEADER.length) })),
    ...(Object.keys(responseModels).length > 0 ? [{ ...at, type: 'RESPONSE_BODY', statusCode } as const] : []),
  ]);
  return [{ ...at, type: 'METHOD' }, ...parameters, ...(Object.keys(fields.requestModels).length > 0 ? [{ ...at, type: 'REQUEST_BODY' } as const] : []), ...responses];
}
