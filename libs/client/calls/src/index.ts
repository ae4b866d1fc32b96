export { asAwsCli, asHttp } from './as-command.js';
export { bind, prepare, type Call } from './bind.js';
export { CallFault, type FaultKind } from './call-fault.js';
export { createCalls, type Answer, type Calls, type MetricsQuestion } from './calls.js';
export { mapChanges, pointer, replaced, type PatchOperation } from './patch.js';
export { type Info, type MethodMetrics, type MetricPoint, type Metrics, type Propagation, type Session } from './platform-shapes.js';
export { type ReceivedFile } from './transport.js';
export {
  V1,
  type ApiKey,
  type Authorizer,
  type BasePathMapping,
  type ClientCertificate,
  type Deployment,
  type DocumentationPart,
  type DocumentationVersion,
  type DomainName,
  type GatewayResponse,
  type Integration,
  type IntegrationResponse,
  type ListOf,
  type Method,
  type MethodResponse,
  type Model,
  type PlanStage,
  type RequestValidator,
  type Resource,
  type RestApi,
  type SdkType,
  type Stage,
  type TestedAuthorizer,
  type TestedMethod,
  type Usage,
  type UsagePlan,
  type UsagePlanKey,
  type VpcLink,
} from './v1.js';
