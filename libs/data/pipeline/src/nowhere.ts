import { FORMAT } from '@gatehouse/contract-snapshot';
import type { StageRoute } from '@gatehouse/data-exchange';

/** The route of requests whose address leads to no api or no stage: nothing is configured there, so nothing is logged or counted. */
export const nowhereRoute = (region: string): StageRoute => ({
  api: {
    format: FORMAT, kind: 'api', protocol: 'REST', accountId: '', region, restApiId: '', name: '', apiKeySource: 'HEADER', binaryMediaTypes: [], minimumCompressionSize: null,
    disableExecuteApiEndpoint: false, endpointTypes: [], vpcEndpointIds: [], policy: null, resources: [], gatewayResponses: {}, models: {}, authorizers: {},
  },
  stage: {
    format: FORMAT, kind: 'stage', accountId: '', region, restApiId: '', stageName: '', deploymentId: '', snapshot: '', variables: {}, methodSettings: {}, accessLog: null, canary: null,
    tracingEnabled: false, cacheClusterEnabled: false, cacheClusterSize: null, cacheGeneration: 0, authorizerCacheGeneration: 0,
  },
  isCanary: false, resourceId: '', resourcePath: '', httpMethod: '', integrationType: '',
});
