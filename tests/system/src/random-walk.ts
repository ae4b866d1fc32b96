import * as gw from '@aws-sdk/client-api-gateway';

/** A reproducible source of chance. */
export class Chance {
  constructor(private state: number) {}

  next(): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.state / 2 ** 32;
  }

  of<T>(things: readonly T[]): T {
    return things[Math.floor(this.next() * things.length)]!;
  }

  is(share: number): boolean {
    return this.next() < share;
  }
}

/** Any command of the client: its types differ, its sending does not. */
interface Command { readonly input: object }
type Answer = Record<string, unknown>;
interface Place { resourceId: string; httpMethod: string }

/** One step that was taken, for the report of a walk that found something. */
export interface Taken { readonly command: string; readonly input: unknown; readonly status: number; readonly message?: string }

const VERBS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'ANY'];
const NAMES = ['Pet', 'Order', 'Empty', 'Error', 'Empty', 'Pet', 'Empty', '', '__proto__'];
const PARTS = ['pets', '{petId}', '{proxy+}', 'v1', 'v2', 'orders', '{id}', 'items', 'a b', '{'];
const SCHEMAS = ['{"type":"string"}', '{"type":"object","required":["a"],"properties":{"a":{"type":"integer"}}}', '{"type":"object","properties":{"a":{"type":"string"}}}', '{"type":"array","items":{"type":"number"}}', '{', '{}', '{"$ref":"#/definitions/x"}'];
const TEXTS = ['a', 'Ein Text', '\u202e', 'x'.repeat(200), 'true', '7', 'b', ''];

/**
 * Walks at random over the operations of one REST API, mostly with values that could work. What it holds to after every step: no answer is a 5xx,
 * and what a PATCH answered is what a GET answers next.
 */
export class RandomWalk {
  readonly taken: Taken[] = [];
  readonly faults: string[] = [];
  restApiId = '';
  #root = '';
  #resources: string[] = [];
  #methods: Place[] = [];
  readonly #ids: Record<string, string[]> = { validator: ['nobody'], authorizer: ['nobody'], part: ['nobody'], deployment: ['nobody'], version: ['1'], stage: ['dev'] };

  constructor(private readonly aws: gw.APIGatewayClient, private readonly chance: Chance) {}

  async start(): Promise<void> {
    const made = await this.#send(new gw.CreateRestApiCommand({ name: `walk-${Math.floor(this.chance.next() * 1e9)}` }));
    this.restApiId = String(made!['id']);
    this.#root = String(made!['rootResourceId']);
    this.#resources = [this.#root];
  }

  async step(): Promise<void> {
    await this.chance.of(this.#steps).call(this);
  }

  /** Gives every method what it lacks for a deployment, deploys, and answers the deployment's id; null = that was refused, which is a fault. */
  async deploy(): Promise<string | null> {
    const { items = [] } = ((await this.#send(new gw.GetResourcesCommand({ restApiId: this.restApiId, limit: 500, embed: ['methods'] }))) ?? {}) as gw.Resources;
    const bare = items.flatMap(item => Object.entries(item.resourceMethods ?? {}).filter(([, method]) => !method.methodIntegration).map(([httpMethod]) => ({ resourceId: item.id!, httpMethod })));
    for (const place of bare) await this.#must(new gw.PutIntegrationCommand({ restApiId: this.restApiId, ...place, type: 'MOCK', requestTemplates: { 'application/json': '{"statusCode":200}' } }));
    if (items.every(item => Object.keys(item.resourceMethods ?? {}).length === 0)) {
      const place = { restApiId: this.restApiId, resourceId: this.#root, httpMethod: 'GET' };
      await this.#must(new gw.PutMethodCommand({ ...place, authorizationType: 'NONE' }));
      await this.#must(new gw.PutIntegrationCommand({ ...place, type: 'MOCK' }));
    }
    const made = await this.#must(new gw.CreateDeploymentCommand({ restApiId: this.restApiId, stageName: 'final' }));
    return typeof made?.['id'] === 'string' ? made['id'] : null;
  }

  async delete(): Promise<void> {
    await this.#must(new gw.DeleteRestApiCommand({ restApiId: this.restApiId }));
  }

  readonly #steps: readonly (() => Promise<unknown>)[] = [
    () => this.#createResource(), () => this.#createResource(), () => this.#putMethod(), () => this.#putMethod(), () => this.#putIntegration(), () => this.#putIntegration(), () => this.#putMethodResponse(),
    () => this.#putIntegrationResponse(), () => this.#createModel(), () => this.#createValidator(), () => this.#createAuthorizer(), () => this.#putGatewayResponse(), () => this.#createPart(), () => this.#createVersion(),
    () => this.#createDeployment(), () => this.#createStage(), () => this.#patch(), () => this.#patch(), () => this.#patch(), () => this.#patch(), () => this.#remove(), () => this.#read(),
  ];

  get #place(): Place & { restApiId: string } {
    const known = this.#methods.length > 0 && this.chance.is(0.9) ? this.chance.of(this.#methods) : { resourceId: this.#resource, httpMethod: this.chance.of(VERBS) };
    return { restApiId: this.restApiId, ...known };
  }

  get #resource(): string {
    return this.chance.is(0.95) ? this.chance.of(this.#resources) : 'nobody';
  }

  #id(kind: string): string {
    const [nobody, ...made] = this.#ids[kind]!;
    return made.length > 0 && this.chance.is(0.9) ? this.chance.of(made) : nobody!;
  }

  async #createResource(): Promise<void> {
    const made = await this.#send(new gw.CreateResourceCommand({ restApiId: this.restApiId, parentId: this.#resource, pathPart: this.chance.of(PARTS) }));
    if (made) this.#resources.push(String(made['id']));
  }

  async #putMethod(): Promise<void> {
    const place = { resourceId: this.#resource, httpMethod: this.chance.of(VERBS) };
    const made = await this.#send(new gw.PutMethodCommand({
      restApiId: this.restApiId, ...place, authorizationType: this.chance.of(['NONE', 'NONE', 'NONE', 'NONE', 'AWS_IAM', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS', 'x']), ...(this.chance.is(0.3) && { authorizerId: this.#id('authorizer') }),
      ...(this.chance.is(0.3) && { requestValidatorId: this.#id('validator') }), ...(this.chance.is(0.4) && { requestParameters: { 'method.request.querystring.q': this.chance.is(0.5), 'method.request.header.H': false } }),
      ...(this.chance.is(0.3) && { requestModels: { 'application/json': this.chance.of(NAMES) } }), apiKeyRequired: this.chance.is(0.2),
    }));
    if (made) this.#methods.push(place);
  }

  #putIntegration(): Promise<unknown> {
    const type = this.chance.of(['MOCK', 'HTTP', 'HTTP_PROXY', 'AWS', 'AWS_PROXY'] as const);
    return this.#send(new gw.PutIntegrationCommand({
      ...this.#place, type, ...(type !== 'MOCK' && { integrationHttpMethod: 'POST', uri: this.chance.of(['http://127.0.0.1:9/x', 'https://example.com/{q}', 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/f/invocations', 'nonsense']) }),
      ...(this.chance.is(0.3) && { requestParameters: { 'integration.request.querystring.q': 'method.request.querystring.q' } }), ...(this.chance.is(0.5) && { requestTemplates: { 'application/json': '{"statusCode":200}' } }),
      ...(this.chance.is(0.2) && { cacheKeyParameters: ['method.request.querystring.q'] }), ...(this.chance.is(0.2) && { timeoutInMillis: this.chance.of([1, 50, 5_000, 29_000, 30_000]) }),
    }));
  }

  #putMethodResponse(): Promise<unknown> {
    return this.#send(new gw.PutMethodResponseCommand({ ...this.#place, statusCode: this.chance.of(['200', '200', '404', '500', 'x']), ...(this.chance.is(0.5) && { responseParameters: { 'method.response.header.H': true } }), ...(this.chance.is(0.3) && { responseModels: { 'application/json': this.chance.of(NAMES) } }) }));
  }

  #putIntegrationResponse(): Promise<unknown> {
    return this.#send(new gw.PutIntegrationResponseCommand({ ...this.#place, statusCode: this.chance.of(['200', '404', '500']), ...(this.chance.is(0.5) && { selectionPattern: this.chance.of(['4\\d\\d', '.*', '(', '']) }), ...(this.chance.is(0.3) && { responseParameters: { 'method.response.header.H': "'v'" } }) }));
  }

  #createModel(): Promise<unknown> {
    return this.#send(new gw.CreateModelCommand({ restApiId: this.restApiId, name: this.chance.of(NAMES), contentType: 'application/json', schema: this.chance.of(SCHEMAS) }));
  }

  async #createValidator(): Promise<void> {
    this.#keep('validator', await this.#send(new gw.CreateRequestValidatorCommand({ restApiId: this.restApiId, name: this.chance.of(NAMES), validateRequestBody: this.chance.is(0.5) })));
  }

  async #createAuthorizer(): Promise<void> {
    const type = this.chance.of(['TOKEN', 'REQUEST', 'COGNITO_USER_POOLS'] as const);
    this.#keep('authorizer', await this.#send(new gw.CreateAuthorizerCommand({
      restApiId: this.restApiId, name: `a${Math.floor(this.chance.next() * 20)}`, type, identitySource: this.chance.of(['method.request.header.Authorization', '', 'nonsense']),
      ...(type === 'COGNITO_USER_POOLS' ? { providerARNs: ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a'] } : { authorizerUri: 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations' }),
      ...(this.chance.is(0.3) && { authorizerResultTtlInSeconds: this.chance.of([0, 300, 3_600, 3_601]) }),
    })));
  }

  #putGatewayResponse(): Promise<unknown> {
    return this.#send(new gw.PutGatewayResponseCommand({ restApiId: this.restApiId, responseType: this.chance.of(['THROTTLED', 'DEFAULT_4XX', 'UNAUTHORIZED']), statusCode: this.chance.of(['400', '500', '999']), responseTemplates: { 'application/json': '{"m":$context.error.messageString}' } }));
  }

  async #createPart(): Promise<void> {
    this.#keep('part', await this.#send(new gw.CreateDocumentationPartCommand({ restApiId: this.restApiId, location: { type: this.chance.of(['API', 'METHOD', 'RESOURCE', 'MODEL', 'QUERY_PARAMETER']), ...(this.chance.is(0.5) && { path: '/' }), ...(this.chance.is(0.3) && { method: 'GET' }), ...(this.chance.is(0.3) && { name: 'q' }) }, properties: this.chance.of(['{"description":"d"}', '{', '[]']) })));
  }

  async #createVersion(): Promise<void> {
    const documentationVersion = this.chance.of(['1', '2', '', 'a b']);
    if (await this.#send(new gw.CreateDocumentationVersionCommand({ restApiId: this.restApiId, documentationVersion }))) this.#ids['version']!.push(documentationVersion);
  }

  async #createDeployment(): Promise<void> {
    this.#keep('deployment', await this.#send(new gw.CreateDeploymentCommand({ restApiId: this.restApiId, ...(this.chance.is(0.5) && { stageName: this.chance.of(['dev', 'prod']) }) })));
  }

  async #createStage(): Promise<void> {
    const stageName = this.chance.of(['s1', 's2', '', 'bad name']);
    if (await this.#send(new gw.CreateStageCommand({ restApiId: this.restApiId, stageName, deploymentId: this.#id('deployment'), ...(this.chance.is(0.2) && { documentationVersion: this.#id('version') }) }))) this.#ids['stage']!.push(stageName);
  }

  #keep(kind: string, made: Answer | null): void {
    if (typeof made?.['id'] === 'string') this.#ids[kind]!.push(made['id']);
  }

  async #patch(): Promise<void> {
    const { update, get } = this.chance.of(this.#patches)();
    const answer = await this.#send(update);
    if (!answer) return;
    const read = await this.#must(get);
    if (JSON.stringify(sorted(answer)) !== JSON.stringify(sorted(read ?? {}))) this.faults.push(`the answer of a patch is not what is read next: ${JSON.stringify(answer)} / ${JSON.stringify(read)}`);
  }

  #ops(rows: readonly (readonly [op: gw.Op, path: string, values: readonly string[]])[]): gw.PatchOperation[] {
    return Array.from({ length: 1 + Math.floor(this.chance.next() * 2) }, () => {
      const [op, path, values] = this.chance.of(rows);
      return { op, path, ...(op !== 'remove' && { value: this.chance.of(values) }) };
    });
  }

  readonly #patches: readonly (() => { update: Command; get: Command })[] = [
    () => this.#pair(gw.UpdateRestApiCommand, gw.GetRestApiCommand, {}, [['replace', '/name', TEXTS], ['replace', '/description', TEXTS], ['add', '/binaryMediaTypes/image~1png', ['']], ['remove', '/binaryMediaTypes/image~1png', []], ['replace', '/minimumCompressionSize', ['0', '', '99999999999']], ['replace', '/endpointConfiguration/types/0', ['REGIONAL', 'EDGE', 'PRIVATE', 'x']], ['replace', '/disableExecuteApiEndpoint', ['true', 'false', 'x']]]),
    () => this.#pair(gw.UpdateResourceCommand, gw.GetResourceCommand, { resourceId: this.#resource }, [['replace', '/pathPart', PARTS], ['replace', '/parentId', [this.#resource]]]),
    () => this.#pair(gw.UpdateMethodCommand, gw.GetMethodCommand, this.#place, [['replace', '/apiKeyRequired', ['true', 'false']], ['replace', '/authorizationType', ['NONE', 'AWS_IAM', 'CUSTOM']], ['replace', '/authorizerId', [this.#id('authorizer')]], ['replace', '/requestValidatorId', [this.#id('validator'), '']], ['add', '/requestParameters/method.request.querystring.q', ['true', 'false']], ['remove', '/requestParameters/method.request.querystring.q', []], ['replace', '/requestModels/application~1json', NAMES]]),
    () => this.#pair(gw.UpdateIntegrationCommand, gw.GetIntegrationCommand, this.#place, [['replace', '/timeoutInMillis', ['50', '29000', '1']], ['replace', '/uri', ['http://127.0.0.1:9/y', 'x']], ['add', '/requestTemplates/application~1xml', ['<a/>']], ['remove', '/requestTemplates/application~1xml', []], ['add', '/cacheKeyParameters/method.request.querystring.q', ['']], ['replace', '/passthroughBehavior', ['NEVER', 'WHEN_NO_TEMPLATES', 'x']]]),
    () => this.#pair(gw.UpdateMethodResponseCommand, gw.GetMethodResponseCommand, { ...this.#place, statusCode: this.chance.of(['200', '404']) }, [['add', '/responseParameters/method.response.header.G', ['true', 'false']], ['remove', '/responseParameters/method.response.header.H', []], ['add', '/responseModels/application~1json', NAMES]]),
    () => this.#pair(gw.UpdateIntegrationResponseCommand, gw.GetIntegrationResponseCommand, { ...this.#place, statusCode: this.chance.of(['200', '404']) }, [['replace', '/selectionPattern', ['5\\d\\d', '', '(']], ['add', '/responseTemplates/application~1json', ['{"a":1}', '']], ['remove', '/responseTemplates/application~1json', []]]),
    () => this.#pair(gw.UpdateModelCommand, gw.GetModelCommand, { modelName: this.chance.of(NAMES) || 'Empty' }, [['replace', '/schema', SCHEMAS], ['replace', '/description', TEXTS]]),
    () => this.#pair(gw.UpdateRequestValidatorCommand, gw.GetRequestValidatorCommand, { requestValidatorId: this.#id('validator') }, [['replace', '/name', TEXTS], ['replace', '/validateRequestBody', ['true', 'false', 'x']], ['replace', '/validateRequestParameters', ['true', 'false']]]),
    () => this.#pair(gw.UpdateAuthorizerCommand, gw.GetAuthorizerCommand, { authorizerId: this.#id('authorizer') }, [['replace', '/name', TEXTS], ['replace', '/authorizerResultTtlInSeconds', ['0', '60', '9999', 'x']], ['replace', '/identitySource', ['method.request.header.X', '', 'x']], ['replace', '/identityValidationExpression', ['.*', '(']]]),
    () => this.#pair(gw.UpdateGatewayResponseCommand, gw.GetGatewayResponseCommand, { responseType: this.chance.of(['THROTTLED', 'DEFAULT_5XX']) }, [['replace', '/statusCode', ['429', '503', 'x']], ['add', '/responseParameters/gatewayresponse.header.X', ["'v'", 'x', '']], ['remove', '/responseTemplates/application~1json', []]]),
    () => this.#pair(gw.UpdateDocumentationPartCommand, gw.GetDocumentationPartCommand, { documentationPartId: this.#id('part') }, [['replace', '/properties', ['{"summary":"s"}', '{']]]),
    () => this.#pair(gw.UpdateDocumentationVersionCommand, gw.GetDocumentationVersionCommand, { documentationVersion: this.#id('version') || '1' }, [['replace', '/description', TEXTS]]),
    () => this.#pair(gw.UpdateDeploymentCommand, gw.GetDeploymentCommand, { deploymentId: this.#id('deployment') }, [['replace', '/description', TEXTS]]),
    () => this.#pair(gw.UpdateStageCommand, gw.GetStageCommand, { stageName: this.#id('stage') || 'dev' }, [['replace', '/variables/a', ['b', 'bad value!', '']], ['remove', '/variables/a', []], ['replace', '/*/*/throttling/rateLimit', ['5', '-1', 'x']], ['replace', '/~1pets/GET/logging/loglevel', ['INFO', 'x']], ['replace', '/deploymentId', [this.#id('deployment')]], ['replace', '/tracingEnabled', ['true', 'x']], ['replace', '/canarySettings/percentTraffic', ['10', '101']], ['remove', '/canarySettings', []], ['replace', '/documentationVersion', [this.#id('version')]]]),
  ];

  #pair(Update: new (input: never) => unknown, Get: new (input: never) => unknown, key: object, rows: readonly (readonly [gw.Op, string, readonly string[]])[]): { update: Command; get: Command } {
    const place = { restApiId: this.restApiId, ...key };
    return { update: new Update({ ...place, patchOperations: this.#ops(rows) } as never) as Command, get: new Get(place as never) as Command };
  }

  async #remove(): Promise<void> {
    const restApiId = this.restApiId;
    const place = this.#place;
    const resourceId = this.#resource;
    const command: Command = this.chance.of<() => Command>([
      () => new gw.DeleteResourceCommand({ restApiId, resourceId }), () => new gw.DeleteMethodCommand(place), () => new gw.DeleteIntegrationCommand(place), () => new gw.DeleteMethodResponseCommand({ ...place, statusCode: '200' }),
      () => new gw.DeleteIntegrationResponseCommand({ ...place, statusCode: '200' }), () => new gw.DeleteModelCommand({ restApiId, modelName: this.chance.of(NAMES) || 'Empty' }), () => new gw.DeleteRequestValidatorCommand({ restApiId, requestValidatorId: this.#id('validator') }),
      () => new gw.DeleteAuthorizerCommand({ restApiId, authorizerId: this.#id('authorizer') }), () => new gw.DeleteGatewayResponseCommand({ restApiId, responseType: 'THROTTLED' }), () => new gw.DeleteDocumentationPartCommand({ restApiId, documentationPartId: this.#id('part') }),
      () => new gw.DeleteDocumentationVersionCommand({ restApiId, documentationVersion: this.#id('version') || '1' }), () => new gw.DeleteDeploymentCommand({ restApiId, deploymentId: this.#id('deployment') }), () => new gw.DeleteStageCommand({ restApiId, stageName: this.#id('stage') || 'dev' }),
    ])();
    const isDone = (await this.#send(command)) !== null;
    if (isDone && command instanceof gw.DeleteResourceCommand) await this.#lookAround();
    if (isDone && command instanceof gw.DeleteMethodCommand) this.#methods = this.#methods.filter(method => method.resourceId !== place.resourceId || method.httpMethod !== place.httpMethod);
  }

  /** What a deleted resource took along is not known by its id alone. */
  async #lookAround(): Promise<void> {
    const { items = [] } = ((await this.#must(new gw.GetResourcesCommand({ restApiId: this.restApiId, limit: 500 }))) ?? {}) as gw.Resources;
    this.#resources = items.map(item => item.id!);
    this.#methods = this.#methods.filter(method => this.#resources.includes(method.resourceId));
  }

  #read(): Promise<unknown> {
    const restApiId = this.restApiId;
    return this.#must(this.chance.of<() => Command>([
      () => new gw.GetResourcesCommand({ restApiId, embed: ['methods'], limit: 500 }), () => new gw.GetModelsCommand({ restApiId }), () => new gw.GetGatewayResponsesCommand({ restApiId }), () => new gw.GetStagesCommand({ restApiId }),
      () => new gw.GetDocumentationPartsCommand({ restApiId }), () => new gw.GetAuthorizersCommand({ restApiId }), () => new gw.GetDeploymentsCommand({ restApiId }), () => new gw.GetRequestValidatorsCommand({ restApiId }),
    ])());
  }

  /** What may not be refused here. */
  async #must(command: Command): Promise<Answer | null> {
    const answer = await this.#send(command);
    if (!answer) this.faults.push(`refused: ${JSON.stringify(this.taken.at(-1))}`);
    return answer;
  }

  /** Null = refused. A 5xx is a fault. */
  async #send(command: Command): Promise<Answer | null> {
    const name = command.constructor.name.replace(/Command$/, '');
    try {
      const { $metadata, ...answer } = (await this.aws.send(command as never)) as Answer & { $metadata: { httpStatusCode?: number } };
      this.taken.push({ command: name, input: command.input, status: $metadata.httpStatusCode ?? 0 });
      return answer;
    } catch (error) {
      const { $metadata, message } = error as { $metadata?: { httpStatusCode?: number }; message: string };
      const status = $metadata?.httpStatusCode ?? 0;
      this.taken.push({ command: name, input: command.input, status, message });
      // The client itself refuses an empty label before anything is sent.
      const isOurs = status > 0 || !/Empty value provided for input HTTP label|No value provided for input HTTP label/.test(message);
      if (isOurs && (status === 0 || status >= 500)) this.faults.push(`${status}: ${JSON.stringify(this.taken.at(-1))}`);
      return null;
    }
  }
}

/** Members in one order at every depth, so that equal things have equal texts. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value instanceof Date || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, sorted(inner)]));
}
