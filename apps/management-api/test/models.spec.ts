import {
  CreateModelCommand, CreateRestApiCommand, DeleteMethodCommand, DeleteModelCommand, DeleteRestApiCommand, GetModelCommand, GetModelsCommand, GetModelTemplateCommand, PutMethodCommand, PutMethodResponseCommand,
  UpdateMethodCommand, UpdateModelCommand, type CreateModelCommandInput, type PatchOperation,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badRequest, newApi, newResource, notFound, putMethod, refused } from './build-api.js';
import { startSystem, type TestSystem } from './system.js';

let system: TestSystem;
beforeAll(async () => { system = await startSystem(); });
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

const conflict = (message: string): unknown => refused('ConflictException', message);
const invalid = (reason: string): unknown => badRequest(`Invalid model specified: Validation Result: warnings : [], errors : [${reason}]`);
const address = (restApiId: string, name: string): string => `https://apigateway.amazonaws.com/restapis/${restApiId}/models/${name}`;
const create = (restApiId: string, name: string, schema?: unknown, more: Partial<CreateModelCommandInput> = {}) =>
  system.aws.send(new CreateModelCommand({ restApiId, name, contentType: 'application/json', ...(schema !== undefined && { schema: typeof schema === 'string' ? schema : JSON.stringify(schema) }), ...more }));
const update = (restApiId: string, modelName: string, ...patchOperations: PatchOperation[]) => system.aws.send(new UpdateModelCommand({ restApiId, modelName, patchOperations }));
const template = async (restApiId: string, modelName: string): Promise<string | undefined> => (await system.aws.send(new GetModelTemplateCommand({ restApiId, modelName }))).value;
const PET = { type: 'object', properties: { id: { type: 'integer' }, name: { type: 'string' } } };

describe('a new API', () => {
  it('is born with Empty and Error', async () => {
    const { restApiId } = await newApi(system);
    const { items } = await system.aws.send(new GetModelsCommand({ restApiId }));
    expect(items).toEqual([
      { id: expect.stringMatching(/^[a-z0-9]{6}$/) as unknown, name: 'Empty', description: 'This is a default empty schema model', contentType: 'application/json', schema: expect.stringContaining('"title" : "Empty Schema"') as unknown },
      { id: expect.stringMatching(/^[a-z0-9]{6}$/) as unknown, name: 'Error', description: 'This is a default error schema model', contentType: 'application/json', schema: expect.stringContaining('"message" : { "type" : "string" }') as unknown },
    ]);
  });
});

describe('CreateModel', () => {
  it.each<[string, Partial<CreateModelCommandInput>, unknown]>([
    ['no name', { name: '' }, badRequest('Model name must be non-empty')],
    ['a name with a hyphen', { name: 'my-pet' }, badRequest('Model name must be alphanumeric: my-pet')],
    ['a name that is too long', { name: 'x'.repeat(1_025) }, badRequest('Invalid model name, can be at most 1024 characters.')],
    ['no media type', { contentType: '123' }, badRequest('Validation Result: warnings : [], errors : [Invalid content type specified: 123]')],
    ['no JSON', { schema: '{' }, invalid('Invalid model schema specified')],
    ['JSON that is no object', { schema: '[]' }, invalid('Invalid model schema specified')],
    ['an unknown type', { schema: '{"type":"text"}' }, invalid('Invalid model schema specified')],
    ['an empty required', { schema: '{"type":"object","required":[]}' }, invalid('Invalid model schema specified')],
    ['something wrong deep inside', { schema: '{"properties":{"a":{"items":[{"minLength":-1}]}}}' }, invalid('Invalid model schema specified')],
    ['keywords of later drafts', { schema: '{"properties":{"a":{"const":1}},"if":{}}' }, invalid('Invalid model schema specified. Unsupported keyword(s): ["if", "const"]')],
    ['a remote reference', { schema: '{"$ref":"https://example.com/pet.json"}' }, invalid('Model reference must be in canonical form')],
    ['a file reference', { schema: '{"$ref":"file:///etc/passwd"}' }, invalid('Model reference must be in canonical form')],
    ['a local reference that leads nowhere', { schema: '{"$ref":"#/definitions/None"}' }, invalid('Model reference must be in canonical form')],
    ['a model of another API', { schema: JSON.stringify({ $ref: address('zzzzzzzzzz', 'Empty') }) }, invalid('Model reference must be in canonical form')],
    ['nesting without end', { schema: `${'{"not":'.repeat(300)}{}${'}'.repeat(300)}` }, invalid('Invalid model schema specified')],
    ['more than 400 KB', { schema: JSON.stringify({ description: 'x'.repeat(410_000) }) }, badRequest('Invalid model schema, can be at most 400 KB.')],
  ])('%s · 400', async (_, more, refusal) => {
    const { restApiId } = await newApi(system);
    await expect(create(restApiId, 'Pet', PET, more)).rejects.toEqual(refusal);
  });

  it('unknown API · 404; a name twice · 409; a reference to a model that is not there · 400', async () => {
    const { restApiId } = await newApi(system);
    await expect(create('nope', 'Pet', PET)).rejects.toEqual(notFound('Invalid API identifier specified 123456789012:nope'));
    await expect(create(restApiId, 'Empty', PET)).rejects.toEqual(conflict('Model name already exists for this REST API'));
    await expect(create(restApiId, 'Pets', { $ref: address(restApiId, 'Pet') })).rejects.toEqual(invalid('Invalid model name specified: Pet'));
  });

  it('201 and the same from GetModel; properties may be called like keywords and like members of every object', async () => {
    const { restApiId } = await newApi(system);
    const schema = '{ "$schema": "http://json-schema.org/draft-04/schema#", "type": "object", "properties": { "const": {"type":"string"}, "__proto__": {"type":"integer"}, "$ref": {"type":["string","null"]} }, "x-note": 1 }';
    const { $metadata, ...made } = await create(restApiId, 'Odd', schema, { description: 'd' });
    expect($metadata.httpStatusCode).toBe(201);
    expect(made).toEqual({ id: expect.stringMatching(/^[a-z0-9]{6}$/) as unknown, name: 'Odd', contentType: 'application/json', description: 'd', schema });
    const { $metadata: _, ...read } = await system.aws.send(new GetModelCommand({ restApiId, modelName: 'Odd' }));
    expect(read).toEqual(made);
  });

  it('what is no JSON keeps its schema as it is, and a model may have none', async () => {
    const { restApiId } = await newApi(system);
    expect((await create(restApiId, 'Doc', '<xs:schema/>', { contentType: 'application/xml' })).schema).toBe('<xs:schema/>');
    expect(await create(restApiId, 'Bare')).not.toHaveProperty('schema');
  });
});

describe('GetModels', () => {
  it('pages by name', async () => {
    const { restApiId } = await newApi(system);
    for (const name of ['C', 'A', 'B']) await create(restApiId, name, PET);
    const first = await system.aws.send(new GetModelsCommand({ restApiId, limit: 2 }));
    const second = await system.aws.send(new GetModelsCommand({ restApiId, limit: 2, position: first.position }));
    const third = await system.aws.send(new GetModelsCommand({ restApiId, limit: 2, position: second.position }));
    expect([first, second, third].map(page => page.items!.map(model => model.name))).toEqual([['A', 'B'], ['C', 'Empty'], ['Error']]);
    expect(third.position).toBeUndefined();
    await expect(system.aws.send(new GetModelsCommand({ restApiId: 'nope' }))).rejects.toEqual(notFound('Invalid API identifier specified 123456789012:nope'));
  });
});

describe('GetModel with flatten', () => {
  it('unknown model · 404', async () => {
    const { restApiId } = await newApi(system);
    await expect(system.aws.send(new GetModelCommand({ restApiId, modelName: 'mySchema', flatten: true }))).rejects.toEqual(notFound('Invalid model name specified: mySchema'));
  });

  it('lays every model that is reached under definitions, once, also where they go in a circle', async () => {
    const { restApiId } = await newApi(system);
    await create(restApiId, 'Owner', { type: 'object', $schema: 'http://json-schema.org/draft-04/schema#', definitions: { Street: { type: 'string' } }, properties: { street: { $ref: '#/definitions/Street' } } });
    await create(restApiId, 'Pet', { type: 'object', properties: { owner: { $ref: address(restApiId, 'Owner') }, self: { $ref: address(restApiId, 'Pet') } } });
    await update(restApiId, 'Owner', { op: 'replace', path: '/schema', value: JSON.stringify({ definitions: { Street: { type: 'string' } }, properties: { street: { $ref: '#/definitions/Street' }, pets: { type: 'array', items: { $ref: address(restApiId, 'Pet') } } } }) });
    await create(restApiId, 'Pets', { type: 'array', items: { $ref: address(restApiId, 'Pet') }, definitions: { Owner: { type: 'null' } } });
    const { schema } = await system.aws.send(new GetModelCommand({ restApiId, modelName: 'Pets', flatten: true }));
    expect(JSON.parse(schema!)).toEqual({
      type: 'array', items: { $ref: '#/definitions/Pet' },
      definitions: {
        Owner: { type: 'null' },
        Pet: { type: 'object', properties: { owner: { $ref: '#/definitions/Owner2' }, self: { $ref: '#/definitions/Pet' } } },
        Owner2: { definitions: { Street: { type: 'string' } }, properties: { street: { $ref: '#/definitions/Owner2/definitions/Street' }, pets: { type: 'array', items: { $ref: '#/definitions/Pet' } } } },
      },
    });
    expect(JSON.parse((await system.aws.send(new GetModelCommand({ restApiId, modelName: 'Pets' }))).schema!)).toMatchObject({ items: { $ref: address(restApiId, 'Pet') } });
  });
});

describe('GetModelTemplate', () => {
  it.each<[string, unknown]>([['no properties', { type: 'object' }], ['no items', { type: 'array' }], ['a mere string', { type: 'string' }], ['itself only', { $ref: '#' }]])('%s · 400', async (_, schema) => {
    const { restApiId } = await newApi(system);
    await create(restApiId, 'Bare', schema);
    await expect(template(restApiId, 'Bare')).rejects.toEqual(badRequest('Model schema must have at least 1 property or array items defined'));
  });

  it('Empty · 400, unknown · 404', async () => {
    const { restApiId } = await newApi(system);
    await expect(template(restApiId, 'Empty')).rejects.toEqual(badRequest('Model schema must have at least 1 property or array items defined'));
    await expect(template(restApiId, 'MySchema')).rejects.toEqual(notFound('Invalid model name specified: MySchema'));
  });

  it('reads what it writes: texts in quotes, numbers bare, lists in loops of their own', async () => {
    const { restApiId } = await newApi(system);
    await create(restApiId, 'Photos', {
      type: 'object',
      properties: {
        photos: {
          type: 'object',
          properties: {
            page: { type: 'integer' }, pages: { type: 'string' }, 'a b': { type: 'boolean' },
            photo: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' }, tags: { type: 'array', items: { type: 'string' } } } } },
          },
        },
      },
    });
    expect(await template(restApiId, 'Photos')).toBe([
      "#set($inputRoot = $input.path('$'))", '{', '  "photos" : {', '    "page" : $inputRoot.photos.page,', '    "pages" : "$inputRoot.photos.pages",', '    "a b" : $inputRoot.photos.get(\'a b\'),',
      '    "photo" : [', '      ##TODO: Update this foreach loop to reference array from input json', '      #foreach($elem in $inputRoot.photos.photo)', '        {', '          "id" : "$elem.id",', '          "tags" : [',
      '            ##TODO: Update this foreach loop to reference array from input json', '            #foreach($elem2 in $elem.tags)', '              "$elem2"#if($foreach.hasNext),#end', '            #end', '          ]',
      '        }#if($foreach.hasNext),#end', '      #end', '    ]', '  }', '}',
    ].join('\n'));
  });

  it('follows references to other models, and ends a circle with null', async () => {
    const { restApiId } = await newApi(system);
    await create(restApiId, 'Pet', { allOf: [{ $ref: '#/definitions/Named' }, { properties: { parent: { $ref: address(restApiId, 'Pet') } } }], definitions: { Named: PET } });
    await create(restApiId, 'Pets', { type: 'array', items: { $ref: address(restApiId, 'Pet') } });
    const text = await template(restApiId, 'Pets');
    expect(text).toContain('"name" : "$elem.name"');
    expect(text).toContain('"parent" : null');
  });

  it('does not grow without bounds: ten models that each name the next ten times · 400', async () => {
    const { restApiId } = await newApi(system);
    await create(restApiId, 'M0', PET);
    for (let n = 1; n < 8; n++) await create(restApiId, `M${n}`, { properties: Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`p${i}`, { $ref: address(restApiId, `M${n - 1}`) }])) });
    await expect(template(restApiId, 'M7')).rejects.toEqual(badRequest('The model is too large for a template: it has more than 10000 properties once its references are followed'));
  });
});

describe('UpdateModel', () => {
  it.each<[PatchOperation, unknown]>([
    [{ op: 'replace', path: '/name', value: 'x' }, badRequest("Invalid patch path  '/name' specified for op 'replace'. Must be one of: [/description, /schema]")],
    [{ op: 'add', path: '/wrong-path', value: 'x' }, badRequest("Invalid patch path  '/wrong-path' specified for op 'add'. Please choose supported operations")],
    [{ op: 'replace', path: '/schema', value: '{' }, invalid('Invalid model schema specified')],
    [{ op: 'replace', path: '/description', value: 'x'.repeat(1_025) }, badRequest('Invalid description, can be at most 1024 characters.')],
  ])('%j · 400', async (operation, refusal) => {
    const { restApiId } = await newApi(system);
    await expect(update(restApiId, 'Error', operation)).rejects.toEqual(refusal);
  });

  it('unknown · 404; another version · 412; 200 and the same from GetModel', async () => {
    const { restApiId } = await newApi(system);
    await expect(update(restApiId, 'MySchema')).rejects.toEqual(notFound('Invalid model name specified: MySchema'));
    const stale = await system.request('PATCH', `/restapis/${restApiId}/models/Error`, { patchOperations: [] }, { 'if-match': '"7"' });
    expect(stale.status).toBe(412);
    const { $metadata: _, ...after } = await update(restApiId, 'Error', { op: 'replace', path: '/description', value: 'new' }, { op: 'replace', path: '/schema', value: '{"type":"string"}' });
    expect(after).toMatchObject({ name: 'Error', description: 'new', schema: '{"type":"string"}' });
    const { $metadata: __, ...read } = await system.aws.send(new GetModelCommand({ restApiId, modelName: 'Error' }));
    expect(read).toEqual(after);
  });
});

describe('a model that is referred to', () => {
  it('is kept by methods, responses and other models, and goes when they are gone', async () => {
    const draft = await newApi(system);
    const { restApiId, rootId } = draft;
    const testId = await newResource(system, draft, rootId, 'test');
    await create(restApiId, 'Pet', PET);
    await create(restApiId, 'Pets', { type: 'array', items: { $ref: address(restApiId, 'Pet') } });
    const remove = () => system.aws.send(new DeleteModelCommand({ restApiId, modelName: 'Pet' }));
    await putMethod(system, draft, rootId, 'ANY', { requestModels: { 'application/json': 'Pet' } });
    await putMethod(system, draft, testId, 'ANY', { requestModels: { 'application/json': 'Pet' } });
    await expect(remove()).rejects.toEqual(conflict("Cannot delete model 'Pet', is referenced in method request: //ANY"));
    await system.aws.send(new UpdateMethodCommand({ restApiId, resourceId: rootId, httpMethod: 'ANY', patchOperations: [{ op: 'remove', path: '/requestModels/application~1json' }] }));
    await expect(remove()).rejects.toEqual(conflict("Cannot delete model 'Pet', is referenced in method request: /test/ANY"));
    await system.aws.send(new DeleteMethodCommand({ restApiId, resourceId: testId, httpMethod: 'ANY' }));
    await system.aws.send(new PutMethodResponseCommand({ restApiId, resourceId: rootId, httpMethod: 'ANY', statusCode: '200', responseModels: { 'application/json': 'Pet' } }));
    await expect(remove()).rejects.toEqual(conflict("Cannot delete model 'Pet', is referenced in method response: //ANY"));
    await system.aws.send(new DeleteMethodCommand({ restApiId, resourceId: rootId, httpMethod: 'ANY' }));
    await expect(remove()).rejects.toEqual(conflict("Cannot delete model 'Pet', is referenced in model: Pets"));
    await system.aws.send(new DeleteModelCommand({ restApiId, modelName: 'Pets' }));
    expect((await remove()).$metadata.httpStatusCode).toBe(202);
    await expect(remove()).rejects.toEqual(notFound('Invalid model name specified: Pet'));
  });

  it('is asked for by name: a method that names none · 400', async () => {
    const { restApiId, rootId } = await newApi(system);
    await expect(system.aws.send(new PutMethodCommand({ restApiId, resourceId: rootId, httpMethod: 'GET', authorizationType: 'NONE', requestModels: { 'application/json': 'petModel' } }))).rejects.toEqual(badRequest('Invalid model identifier specified: petModel'));
  });

  it('may be kept by an API that goes with everything it has, and a clone speaks of its own models', async () => {
    const { restApiId } = await newApi(system);
    await create(restApiId, 'Pet', { properties: { next: { $ref: address(restApiId, 'Pet') } } });
    const clone = await system.aws.send(new CreateRestApiCommand({ name: 'clone', cloneFrom: restApiId }));
    const { id, schema } = await system.aws.send(new GetModelCommand({ restApiId: clone.id, modelName: 'Pet' }));
    expect(schema).toBe(JSON.stringify({ properties: { next: { $ref: address(clone.id!, 'Pet') } } }));
    expect(id).not.toBe((await system.aws.send(new GetModelCommand({ restApiId, modelName: 'Pet' }))).id);
    expect((await system.aws.send(new DeleteRestApiCommand({ restApiId }))).$metadata.httpStatusCode).toBe(202);
    expect((await system.aws.send(new GetModelsCommand({ restApiId: clone.id }))).items).toHaveLength(3);
  });
});
