const VERBS = ['get', 'post', 'put', 'patch', 'delete'];

/** An OpenAPI 3 document of so many paths, each with some methods that have an integration, a parameter, a body and two answers. */
export function bigDocument(paths: number, methods: number): string {
  const integration = (path: string, verb: string): object => ({
    type: 'http_proxy', httpMethod: verb.toUpperCase(), uri: `https://backend.example.com${path}`, passthroughBehavior: 'when_no_match',
    requestParameters: { 'integration.request.path.id': 'method.request.path.id' }, responses: { default: { statusCode: '200' }, '4\\d{2}': { statusCode: '404' } },
  });
  const operation = (path: string, verb: string): object => ({
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }, { name: 'q', in: 'query', schema: { type: 'string' } }],
    ...(verb !== 'get' && verb !== 'delete' && { requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } } }),
    responses: { 200: { description: 'ok', content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } }, 404: { description: 'none' } },
    'x-amazon-apigateway-integration': integration(path, verb),
  });
  const entries = Array.from({ length: paths }, (_, at) => {
    const path = `/things${at}/{id}`;
    return [path, Object.fromEntries(VERBS.slice(0, methods).map(verb => [verb, operation(path, verb)]))];
  });
  return JSON.stringify({
    openapi: '3.0.1', info: { title: `big ${paths}x${methods}`, version: '1' }, paths: Object.fromEntries(entries) as object,
    components: { schemas: { Thing: { type: 'object', required: ['name'], properties: { name: { type: 'string' }, size: { type: 'integer' } } } } },
  });
}
