import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem, type TestSystem } from '../system.js';
import { Recorder } from './recorder.js';
import { wireFaults } from './sdk-shape.js';
import { methodOf, responseOf, step, type Step, walk } from './tour.js';
import { ACCOUNT, emptyWorld, type World } from './world.js';

const api = (w: World) => ({ restApiId: w.restApiId });
const DOMAIN = 'bare.example.com';
const POOL = `arn:aws:cognito-idp:us-east-1:${ACCOUNT}:userpool/us-east-1_a`;
const NLB = `arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:loadbalancer/net/a/1`;

/** The least that can be asked for of each kind, what reads it, the whole answer (AWS's defaults and no member more), and what only a read tells. */
const BARE: readonly (readonly [make: Step, read: Step, answer: object, onlyRead?: object])[] = [
  [step('CreateRestApi')(() => ({ name: 'bare' }), (w, made) => { w.restApiId = made.id!; w.rootId = made.rootResourceId!; }), step('GetRestApi')(api), { id: '<restApiId>', name: 'bare', createdDate: '<date>', apiKeySource: 'HEADER', endpointConfiguration: { types: ['EDGE'], ipAddressType: 'ipv4' }, disableExecuteApiEndpoint: false, rootResourceId: '<rootId>' }, { tags: {} }],
  [step('CreateResource')(w => ({ ...api(w), parentId: w.rootId, pathPart: 'pets' }), (w, made) => { w.resourceId = made.id!; }), step('GetResource')(w => ({ ...api(w), resourceId: w.resourceId })), { id: '<resourceId>', parentId: '<rootId>', pathPart: 'pets', path: '/pets' }],
  [step('PutMethod')(w => ({ ...methodOf(w), authorizationType: 'NONE' })), step('GetMethod')(methodOf), { httpMethod: 'GET', authorizationType: 'NONE', apiKeyRequired: false }],
  [step('PutMethodResponse')(responseOf), step('GetMethodResponse')(responseOf), { statusCode: '200' }],
  [step('PutIntegration')(w => ({ ...methodOf(w), type: 'MOCK' })), step('GetIntegration')(methodOf), { type: 'MOCK', passthroughBehavior: 'WHEN_NO_MATCH', timeoutInMillis: 29_000, cacheNamespace: '<resourceId>', cacheKeyParameters: [] }],
  [step('PutIntegrationResponse')(responseOf), step('GetIntegrationResponse')(responseOf), { statusCode: '200' }],
  [step('CreateModel')(w => ({ ...api(w), name: 'Bare', contentType: 'application/json', schema: '{"type":"object"}' })), step('GetModel')(w => ({ ...api(w), modelName: 'Bare' })), { id: '<modelId>', name: 'Bare', schema: '{"type":"object"}', contentType: 'application/json' }],
  [step('CreateRequestValidator')(w => ({ ...api(w), name: 'bare' }), (w, made) => { w.requestValidatorId = made.id!; }), step('GetRequestValidator')(w => ({ ...api(w), requestValidatorId: w.requestValidatorId })), { id: '<requestValidatorId>', name: 'bare', validateRequestBody: false, validateRequestParameters: false }],
  [step('CreateAuthorizer')(w => ({ ...api(w), name: 'bare', type: 'COGNITO_USER_POOLS', providerARNs: [POOL] }), (w, made) => { w.authorizerId = made.id!; }), step('GetAuthorizer')(w => ({ ...api(w), authorizerId: w.authorizerId })), { id: '<authorizerId>', name: 'bare', type: 'COGNITO_USER_POOLS', providerARNs: [POOL], authType: 'cognito_user_pools', identitySource: 'method.request.header.Authorization' }],
  [step('PutGatewayResponse')(w => ({ ...api(w), responseType: 'THROTTLED' })), step('GetGatewayResponse')(w => ({ ...api(w), responseType: 'THROTTLED' })), { responseType: 'THROTTLED', statusCode: '429', responseParameters: {}, responseTemplates: {}, defaultResponse: false }],
  [step('CreateDocumentationPart')(w => ({ ...api(w), location: { type: 'API' }, properties: '{"a":1}' }), (w, made) => { w.documentationPartId = made.id!; }), step('GetDocumentationPart')(w => ({ ...api(w), documentationPartId: w.documentationPartId })), { id: '<documentationPartId>', location: { type: 'API' }, properties: '{"a":1}' }],
  [step('CreateDocumentationVersion')(w => ({ ...api(w), documentationVersion: '1' })), step('GetDocumentationVersion')(w => ({ ...api(w), documentationVersion: '1' })), { version: '1', createdDate: '<date>' }],
  [step('CreateDeployment')(api, (w, made) => { w.deploymentId = made.id!; }), step('GetDeployment')(w => ({ ...api(w), deploymentId: w.deploymentId })), { id: '<deploymentId>', createdDate: '<date>' }],
  [step('CreateStage')(w => ({ ...api(w), stageName: 'dev', deploymentId: w.deploymentId })), step('GetStage')(w => ({ ...api(w), stageName: 'dev' })), { deploymentId: '<deploymentId>', stageName: 'dev', cacheClusterEnabled: false, cacheClusterStatus: 'NOT_AVAILABLE', methodSettings: {}, tracingEnabled: false, createdDate: '<date>', lastUpdatedDate: '<date>' }],
  [step('GenerateClientCertificate')(() => ({}), (w, made) => { w.clientCertificateId = made.clientCertificateId!; }), step('GetClientCertificate')(w => ({ clientCertificateId: w.clientCertificateId })), { clientCertificateId: '<clientCertificateId>', pemEncodedCertificate: '<pem>', createdDate: '<date>', expirationDate: '<date>' }],
  [step('CreateApiKey')(() => ({}), (w, made) => { w.apiKey = made.id!; }), step('GetApiKey')(w => ({ apiKey: w.apiKey, includeValue: true })), { id: '<apiKey>', value: '<value>', enabled: false, createdDate: '<date>', lastUpdatedDate: '<date>', stageKeys: [] }],
  [step('CreateUsagePlan')(() => ({ name: 'bare' }), (w, made) => { w.usagePlanId = made.id!; }), step('GetUsagePlan')(w => ({ usagePlanId: w.usagePlanId })), { id: '<usagePlanId>', name: 'bare', apiStages: [] }, { tags: {} }],
  [step('CreateUsagePlanKey')(w => ({ usagePlanId: w.usagePlanId, keyId: w.apiKey, keyType: 'API_KEY' })), step('GetUsagePlanKey')(w => ({ usagePlanId: w.usagePlanId, keyId: w.apiKey })), { id: '<apiKey>', type: 'API_KEY', value: '<value>' }],
  [step('CreateDomainName')(() => ({ domainName: DOMAIN })), step('GetDomainName')(() => ({ domainName: DOMAIN })), {
    domainName: DOMAIN, domainNameArn: `arn:aws:apigateway:us-east-1::/domainnames/${DOMAIN}`, distributionDomainName: '<target>.execute-api.localhost', distributionHostedZoneId: 'Z2FDTNDATAQYW2', endpointConfiguration: { types: ['EDGE'], ipAddressType: 'ipv4' },
    domainNameStatus: 'AVAILABLE', securityPolicy: 'TLS_1_2', tags: {}, routingMode: 'BASE_PATH_MAPPING_ONLY',
  }],
  [step('CreateBasePathMapping')(w => ({ domainName: DOMAIN, ...api(w) })), step('GetBasePathMapping')(() => ({ domainName: DOMAIN, basePath: '(none)' })), { basePath: '(none)', restApiId: '<restApiId>' }],
  [step('CreateVpcLink')(() => ({ name: 'bare', targetArns: [NLB] }), (w, made) => { w.vpcLinkId = made.id!; }), step('GetVpcLink')(w => ({ vpcLinkId: w.vpcLinkId })), { id: '<vpcLinkId>', name: 'bare', targetArns: [NLB], status: 'AVAILABLE', statusMessage: 'Your vpc link is ready for use', tags: {} }],
];

let system: TestSystem;
let recorder: Recorder;
const world = emptyWorld();
beforeAll(async () => {
  system = await startSystem();
  recorder = new Recorder(system.aws);
});
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});
/** An answer with names in place of what differs from run to run. */
function named(text: string): unknown {
  const withoutIds = Object.entries(world).reduce((all, [name, id]) => (id === 'nobody' ? all : all.replaceAll(id as string, `<${name}>`)), text);
  return JSON.parse(withoutIds, (name, value: unknown) => {
    if (/Date$/.test(name)) return Math.abs(Number(value) - Date.now() / 1_000) < 366 * 86_400 ? '<date>' : value;
    if (name === 'pemEncodedCertificate') return '<pem>';
    if (name === 'value') return '<value>';
    if (name === 'distributionDomainName') return String(value).replace(/^e-[a-z0-9]{10}/, '<target>');
    return name === 'id' && /^[a-z0-9]{6}$/.test(String(value)) ? '<modelId>' : value;
  }) as unknown;
}

describe('asked for the least, the answer has AWS\'s defaults and leaves out the rest', () => {
  it.each(BARE.map(row => [row[0].operation, row] as const))('%s', async (_, [make, read, answer, onlyRead = {}]) => {
    const { heard: [made, seen] } = await walk(recorder, [make, read], world);
    expect(named(made!.text)).toEqual(answer);
    expect(named(seen!.text)).toEqual({ ...answer, ...onlyRead });
    expect([...wireFaults(make.operation, made!.json), ...wireFaults(read.operation, seen!.json)]).toEqual([]);
  });
});
