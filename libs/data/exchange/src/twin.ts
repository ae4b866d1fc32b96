import { FORMAT, type ApiSnapshot, type IntegrationSnapshot, type MethodSnapshot, type StageSettings } from '@gatehouse/contract-snapshot';
import { Exchange, type Inbound } from './exchange.js';
import { LocalBuckets } from './ports/buckets.js';
import { ManualClock } from './ports/clock.js';
import { MemoryDiagnostics } from './ports/diagnostics.js';
import { MemoryExecutionLog } from './ports/execution-log.js';
import { AccessBook } from './ports/keys.js';
import { MemoryLogSink } from './ports/log-sink.js';
import { MetricsLedger } from './ports/metrics.js';
import type { Ports } from './ports/ports.js';
import { LocalQuotas } from './ports/quotas.js';
import { ScriptedUpstream, type UpstreamRequest, type UpstreamResponse } from './ports/upstream.js';
import { LinkBook } from './ports/vpc-links.js';
import { UsageLedger } from './ports/usage.js';
import type { CompiledRoute, RestRoute } from './step.js';

/** A whole world in memory: every port's twin, wired as a gateway wires the real ones. Values are their own digests. */
export interface TwinWorld extends Ports {
  readonly buckets: LocalBuckets;
  readonly clock: ManualClock;
  readonly diagnostics: MemoryDiagnostics;
  readonly executionLog: MemoryExecutionLog;
  readonly keys: AccessBook;
  readonly logs: MemoryLogSink;
  readonly metrics: MetricsLedger;
  readonly upstream: ScriptedUpstream;
  readonly usage: UsageLedger;
  readonly vpcLinks: LinkBook;
}

const EMPTY: UpstreamResponse = { status: 200, reason: 'OK', headers: [], body: null };

export function twinWorld(over: { readonly rateHeaders?: boolean; readonly upstream?: (request: UpstreamRequest) => UpstreamResponse | Promise<UpstreamResponse> } = {}): TwinWorld {
  const clock = new ManualClock();
  const buckets = new LocalBuckets(clock);
  const usage = new UsageLedger(clock);
  return {
    buckets, clock, usage,
    diagnostics: new MemoryDiagnostics(),
    executionLog: new MemoryExecutionLog(),
    keys: new AccessBook(value => value, { buckets, quotas: new LocalQuotas(clock), usage }),
    logs: new MemoryLogSink(),
    vpcLinks: new LinkBook(),
    metrics: new MetricsLedger(clock),
    settings: { rateHeaders: over.rateHeaders ?? false },
    upstream: new ScriptedUpstream(over.upstream ?? (() => EMPTY)),
  };
}

const PLACE = { format: FORMAT, accountId: '123456789012', region: 'us-east-1' } as const;

/** A MOCK method `GET /pets/{petId}` on stage prod; a test names only what it is about. */
export function twinRoute(over: {
  readonly api?: Partial<ApiSnapshot>; readonly stage?: Partial<StageSettings>; readonly method?: Partial<MethodSnapshot>; readonly integration?: Partial<IntegrationSnapshot>; readonly route?: Partial<RestRoute>;
} = {}): RestRoute {
  const integration: IntegrationSnapshot = {
    type: 'MOCK', httpMethod: 'GET', uri: null, connectionType: 'INTERNET', connectionId: null, credentials: null, requestParameters: {}, requestTemplates: {}, passthroughBehavior: 'WHEN_NO_MATCH', contentHandling: null,
    timeoutInMillis: 29_000, cacheNamespace: null, cacheKeyParameters: [], insecureSkipVerification: false, responseTransferMode: 'BUFFERED', integrationResponses: [], ...over.integration,
  };
  const method: MethodSnapshot = {
    httpMethod: 'GET', authorizationType: 'NONE', authorizerId: null, authorizationScopes: [], apiKeyRequired: false, operationName: null, requestParameters: {}, requestModels: {}, validator: null, methodResponses: [], integration,
    ...over.method,
  };
  const api: ApiSnapshot = {
    ...PLACE, kind: 'api', protocol: 'REST', restApiId: 'api1234567', name: 'twin', apiKeySource: 'HEADER', binaryMediaTypes: [], minimumCompressionSize: null, disableExecuteApiEndpoint: false, endpointTypes: [], vpcEndpointIds: [], policy: null,
    resources: [{ resourceId: 'res123', path: '/pets/{petId}', methods: [method] }], gatewayResponses: {}, models: {}, authorizers: {}, ...over.api,
  };
  const stage: StageSettings = {
    ...PLACE, kind: 'stage', restApiId: api.restApiId, stageName: 'prod', deploymentId: 'dep123', snapshot: 'digest', variables: {}, methodSettings: {}, accessLog: null, canary: null, tracingEnabled: false,
    cacheClusterEnabled: false, cacheClusterSize: null, cacheGeneration: 0, authorizerCacheGeneration: 0, ...over.stage,
  };
  return {
    api, stage, method, isCanary: false, resourceId: 'res123', resourcePath: '/pets/{petId}', httpMethod: method.httpMethod, integrationType: method.integration?.type ?? '',
    settings: stage.methodSettings['pets/{petId}/GET'] ?? stage.methodSettings['*/*'] ?? null, routeKey: '/pets/{petId}/GET', ...over.route,
  };
}

/** A request for `/pets/7` on a route whose lists are empty. */
export function twinExchange(route: RestRoute = twinRoute(), inbound: Partial<Inbound> = {}, clock = new ManualClock()): Exchange {
  const compiled: CompiledRoute = { route, variables: ['petId'], request: [], fault: [], response: [], always: [] };
  const whole: Inbound = {
    method: 'GET', basePath: '/prod', path: '/pets/7', query: '', headers: ['Host', 'api1234567.execute-api.localhost'], host: 'api1234567.execute-api.localhost', protocol: 'HTTP/1.1', sourceIp: '10.1.2.3', scheme: 'http', port: 8080, body: null, ...inbound,
  };
  return new Exchange(whole, compiled, ['7'], { requestId: '11111111-2222-4333-8444-555555555555', extendedRequestId: 'AAAAAAAAAAAAAAA=' }, clock.monotonicMs(), clock.epochMs());
}

/** A request body that is already there. */
export function twinBody(text: string, length = Buffer.byteLength(text)): NonNullable<Inbound['body']> {
  return {
    length, maxBytes: Infinity,
    read(reader) { if (text !== '') reader.onChunk(Buffer.from(text)); reader.onEnd(); },
    resume: () => undefined, destroy: () => undefined,
  };
}
