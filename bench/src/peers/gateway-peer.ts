import { FORMAT, pointerKey, type ApiSnapshot, type KeyPage, type PlanPage, type SnapshotDocument, type StageSettings } from '@gatehouse/contract-snapshot';
import { LocalQuotas, MetricsLedger, UsageLedger } from '@gatehouse/data-exchange';
import { Gateway, systemClock } from '@gatehouse/gateway';
import { createHmac } from 'node:crypto';
import { pino } from 'pino';

// The real gateway with its full chain: key, throttle, quota, access log, metrics, HTTP_PROXY. Only the control tower is missing.
const [port, origin, apiKey, dataDir = '.'] = process.argv.slice(2);
const place = { accountId: '123456789012', region: 'us-east-1' } as const;
const base = { format: FORMAT, ...place } as const;
const integration = {
  type: 'HTTP_PROXY' as const, httpMethod: 'ANY', uri: `http://127.0.0.1:${origin}/{proxy}`, connectionType: 'INTERNET' as const, connectionId: null, credentials: null,
  requestParameters: { 'integration.request.path.proxy': 'method.request.path.proxy' }, requestTemplates: {}, passthroughBehavior: 'WHEN_NO_MATCH' as const, contentHandling: null, timeoutInMillis: 29_000,
  cacheNamespace: null, cacheKeyParameters: [], insecureSkipVerification: false, responseTransferMode: 'BUFFERED' as const, integrationResponses: [],
};
const method = {
  httpMethod: 'ANY', authorizationType: 'NONE', authorizerId: null, authorizationScopes: [], apiKeyRequired: true, operationName: null, requestParameters: {}, requestModels: {}, validator: null, methodResponses: [], integration,
};
const api: ApiSnapshot = {
  ...base, kind: 'api', protocol: 'REST', restApiId: 'bench12345', name: 'bench', apiKeySource: 'HEADER', binaryMediaTypes: [], minimumCompressionSize: null, disableExecuteApiEndpoint: false, endpointTypes: [], vpcEndpointIds: [], policy: null,
  gatewayResponses: {}, models: {}, authorizers: {}, resources: [{ resourceId: 'res1', path: '/{proxy+}', methods: [method] }],
};
const limits = { rateLimit: 1e9, burstLimit: 1e9 };
const stage: StageSettings = {
  ...base, kind: 'stage', restApiId: 'bench12345', stageName: 'prod', deploymentId: 'dep1', snapshot: 'digest', variables: {}, canary: null, tracingEnabled: false, cacheClusterEnabled: false, cacheClusterSize: null, cacheGeneration: 0, authorizerCacheGeneration: 0,
  methodSettings: {
    '*/*': {
      metricsEnabled: true, loggingLevel: 'OFF', dataTraceEnabled: false, throttlingRateLimit: 1e9, throttlingBurstLimit: 1e9, cachingEnabled: false, cacheTtlInSeconds: 300, cacheDataEncrypted: false,
      requireAuthorizationForCacheControl: true, unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
    },
  },
  accessLog: {
    destinationArn: 'arn:aws:logs:us-east-1:123456789012:log-group:bench',
    format: '{"id":"$context.requestId","ip":"$context.identity.sourceIp","time":"$context.requestTime","method":"$context.httpMethod","path":"$context.path","status":"$context.status","bytes":"$context.responseLength","latency":"$context.responseLatency"}',
  },
};
const plan: PlanPage = {
  ...base, kind: 'plan', usagePlanId: 'plan1', throttle: limits, quota: { limit: 2_000_000_000, offset: 0, period: 'DAY' }, apiStages: [{ restApiId: 'bench12345', stageName: 'prod', throttle: {} }], onCounterLoss: 'closed',
};
const digest = (value: string): string => createHmac('sha256', 'bench').update(value).digest('hex');
const key: KeyPage = { ...base, kind: 'key', apiKeyId: 'key1', digest: digest(apiKey ?? ''), enabled: true, usagePlanIds: ['plan1'] };

const metrics = new MetricsLedger(systemClock);
const usage = new UsageLedger(systemClock);
const gateway = new Gateway(
  { dataDir, listener: process.env['GATEHOUSE_LISTENER'] === 'node' ? 'node' : 'raw', outboundPrivate: 'allow', rateHeaders: false, region: 'us-east-1', domain: null, pathForm: true },
  { clock: systemClock, log: pino({ level: 'warn' }), quotas: new LocalQuotas(systemClock), metrics, usage },
);
gateway.book.setDigest(digest);
const { accountId, region } = place;
gateway.switchboard.apply({
  set: new Map<string, SnapshotDocument>([
    [pointerKey('account', accountId, region), { ...base, kind: 'account', throttle: limits }],
    [pointerKey('plan', accountId, region, 'plan1'), plan],
    [pointerKey('key', accountId, region, 'key1'), key],
    [pointerKey('stage', accountId, region, 'bench12345', 'prod'), stage],
  ]),
  snapshots: new Map([['digest', api]]),
  drop: [],
});
// What the link to the control tower does with the figures: drain them, twice in a second.
setInterval(() => { metrics.drainMetrics(); usage.drainUsage(); }, 400);
await gateway.listener.listen(Number(port), '127.0.0.1');
