import { V1 as ROWS, type Operation } from '@gatehouse/contract-wire';
import type * as wire from '@gatehouse/contract-wire';

/** The SDK calls every member of an answer optional; these members are always sent. */
type Sent<T, Always extends keyof T> = Omit<T, Always> & { readonly [K in Always]-?: NonNullable<T[K]> };

/** An API. */
export type RestApi = Sent<wire.RestApi, 'id' | 'name' | 'createdDate'>;
/** A declared answer of a method. */
export type MethodResponse = Sent<wire.MethodResponse, 'statusCode'>;
/** How a backend answer becomes a declared one. */
export type IntegrationResponse = Sent<wire.IntegrationResponse, 'statusCode'>;
/** What serves a method. */
export type Integration = Omit<Sent<wire.Integration, 'type'>, 'integrationResponses'> & {
  readonly integrationResponses?: Readonly<Record<string, IntegrationResponse>>;
};
/** A method with its responses and integration. */
export type Method = Omit<Sent<wire.Method, 'httpMethod'>, 'methodIntegration' | 'methodResponses'> & {
  readonly methodIntegration?: Integration;
  readonly methodResponses?: Readonly<Record<string, MethodResponse>>;
};
/** `resourceMethods` holds whole methods when asked with `embed=methods`. */
export type Resource = Omit<Sent<wire.Resource, 'id' | 'path'>, 'resourceMethods'> & {
  readonly resourceMethods?: Readonly<Record<string, Method>>;
};
/** `apiSummary` (path -> method -> what was frozen) comes with `embed=apisummary` only. */
export type Deployment = Sent<wire.Deployment, 'id' | 'createdDate'>;
/** A stage. */
export type Stage = Sent<wire.Stage, 'stageName' | 'deploymentId' | 'createdDate' | 'lastUpdatedDate'>;
/** A key; `value` only when it was asked for. */
export type ApiKey = Sent<wire.ApiKey, 'id' | 'enabled' | 'createdDate' | 'lastUpdatedDate'>;
/** A stage that a plan opens, with limits of single methods. */
export type PlanStage = Sent<wire.ApiStage, 'apiId' | 'stage'>;
/** A usage plan. */
export type UsagePlan = Omit<Sent<wire.UsagePlan, 'id' | 'name'>, 'apiStages'> & { readonly apiStages?: readonly PlanStage[] };
/** A key within a plan. */
export type UsagePlanKey = Sent<wire.UsagePlanKey, 'id' | 'type'>;
/** `items`: key id -> one `[used, remaining]` for each day from startDate. */
export type Usage = Sent<wire.Usage, 'startDate' | 'endDate'>;
/** A model: the schema of a body. */
export type Model = Sent<wire.Model, 'name' | 'contentType'>;
/** A way to find out who calls. */
export type Authorizer = Sent<wire.Authorizer, 'id' | 'name' | 'type'>;
/** What of a request is checked before the backend is called. */
export type RequestValidator = Sent<wire.RequestValidator, 'id' | 'name'>;
/** What the gateway answers by itself; `defaultResponse` is false once the API words it its own way. */
export type GatewayResponse = Sent<wire.GatewayResponse, 'responseType'>;
/** What the owner says of one place of an API; `properties` is JSON text. */
export type DocumentationPart = Sent<wire.DocumentationPart, 'id' | 'location' | 'properties'>;
/** All parts of one moment, under a name. */
export type DocumentationVersion = Sent<wire.DocumentationVersion, 'version' | 'createdDate'>;
/** A host name of one's own. */
export type DomainName = Sent<wire.DomainName, 'domainName' | 'domainNameArn'>;
/** Which API a path of a domain leads to; `(none)` is the root. */
export type BasePathMapping = Sent<wire.BasePathMapping, 'basePath' | 'restApiId'>;
/** A name for a place that only gateways can reach. */
export type VpcLink = Sent<wire.VpcLink, 'id' | 'name'>;
/** What gateways show to backends. */
export type ClientCertificate = Sent<wire.ClientCertificate, 'clientCertificateId' | 'pemEncodedCertificate' | 'createdDate' | 'expirationDate'>;
/** A kind of client library. */
export type SdkType = Sent<wire.SdkType, 'id' | 'friendlyName'>;
/** What came of a call of the draft; `latency` in ms. */
export type TestedMethod = Sent<wire.TestInvokeMethodResponse, 'status' | 'log'>;
/** What came of asking an authorizer; `clientStatus` is 0 when it decided. */
export type TestedAuthorizer = Sent<wire.TestInvokeAuthorizerResponse, 'clientStatus' | 'log'>;
/** One page of a list; no `position` = the last one. */
export interface ListOf<T> {
  readonly items?: readonly T[];
  readonly item?: readonly T[];
  readonly position?: string | undefined;
}

/** The same row, with the answer's type narrowed to what is always sent. */
const answers =
  <Out>() =>
  <In>(row: Operation<In, unknown>): Operation<In, Out> =>
    row as Operation<In, Out>;

/** The operations that the web pages call, with answers typed as they really come. */
export const V1 = {
  ...ROWS,
  CreateRestApi: answers<RestApi>()(ROWS.CreateRestApi),
  GetRestApi: answers<RestApi>()(ROWS.GetRestApi),
  GetRestApis: answers<ListOf<RestApi>>()(ROWS.GetRestApis),
  CreateResource: answers<Resource>()(ROWS.CreateResource),
  GetResource: answers<Resource>()(ROWS.GetResource),
  GetResources: answers<ListOf<Resource>>()(ROWS.GetResources),
  GetMethod: answers<Method>()(ROWS.GetMethod),
  GetIntegration: answers<Integration>()(ROWS.GetIntegration),
  GetMethodResponse: answers<MethodResponse>()(ROWS.GetMethodResponse),
  GetIntegrationResponse: answers<IntegrationResponse>()(ROWS.GetIntegrationResponse),
  CreateDeployment: answers<Deployment>()(ROWS.CreateDeployment),
  GetDeployment: answers<Deployment>()(ROWS.GetDeployment),
  GetDeployments: answers<ListOf<Deployment>>()(ROWS.GetDeployments),
  GetStage: answers<Stage>()(ROWS.GetStage),
  GetStages: answers<ListOf<Stage>>()(ROWS.GetStages),
  CreateApiKey: answers<ApiKey>()(ROWS.CreateApiKey),
  GetApiKey: answers<ApiKey>()(ROWS.GetApiKey),
  GetApiKeys: answers<ListOf<ApiKey>>()(ROWS.GetApiKeys),
  CreateUsagePlan: answers<UsagePlan>()(ROWS.CreateUsagePlan),
  GetUsagePlan: answers<UsagePlan>()(ROWS.GetUsagePlan),
  GetUsagePlans: answers<ListOf<UsagePlan>>()(ROWS.GetUsagePlans),
  GetUsagePlanKeys: answers<ListOf<UsagePlanKey>>()(ROWS.GetUsagePlanKeys),
  GetUsage: answers<Usage>()(ROWS.GetUsage),
  CreateModel: answers<Model>()(ROWS.CreateModel),
  GetModel: answers<Model>()(ROWS.GetModel),
  GetModels: answers<ListOf<Model>>()(ROWS.GetModels),
  CreateAuthorizer: answers<Authorizer>()(ROWS.CreateAuthorizer),
  GetAuthorizer: answers<Authorizer>()(ROWS.GetAuthorizer),
  GetAuthorizers: answers<ListOf<Authorizer>>()(ROWS.GetAuthorizers),
  CreateRequestValidator: answers<RequestValidator>()(ROWS.CreateRequestValidator),
  GetRequestValidators: answers<ListOf<RequestValidator>>()(ROWS.GetRequestValidators),
  GetGatewayResponse: answers<GatewayResponse>()(ROWS.GetGatewayResponse),
  GetGatewayResponses: answers<ListOf<GatewayResponse>>()(ROWS.GetGatewayResponses),
  GetDocumentationPart: answers<DocumentationPart>()(ROWS.GetDocumentationPart),
  GetDocumentationParts: answers<ListOf<DocumentationPart>>()(ROWS.GetDocumentationParts),
  GetDocumentationVersions: answers<ListOf<DocumentationVersion>>()(ROWS.GetDocumentationVersions),
  CreateDomainName: answers<DomainName>()(ROWS.CreateDomainName),
  GetDomainName: answers<DomainName>()(ROWS.GetDomainName),
  GetDomainNames: answers<ListOf<DomainName>>()(ROWS.GetDomainNames),
  GetBasePathMapping: answers<BasePathMapping>()(ROWS.GetBasePathMapping),
  GetBasePathMappings: answers<ListOf<BasePathMapping>>()(ROWS.GetBasePathMappings),
  GetVpcLink: answers<VpcLink>()(ROWS.GetVpcLink),
  GetVpcLinks: answers<ListOf<VpcLink>>()(ROWS.GetVpcLinks),
  GetClientCertificate: answers<ClientCertificate>()(ROWS.GetClientCertificate),
  GetClientCertificates: answers<ListOf<ClientCertificate>>()(ROWS.GetClientCertificates),
  GetSdkTypes: answers<ListOf<SdkType>>()(ROWS.GetSdkTypes),
  TestInvokeMethod: answers<TestedMethod>()(ROWS.TestInvokeMethod),
  TestInvokeAuthorizer: answers<TestedAuthorizer>()(ROWS.TestInvokeAuthorizer),
  ImportRestApi: answers<RestApi>()(ROWS.ImportRestApi),
  PutRestApi: answers<RestApi>()(ROWS.PutRestApi),
};
