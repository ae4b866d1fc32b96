export { asAwsCli, asHttp } from './as-command.js';
export { bind, prepare, type Call } from './bind.js';
export { CallFault, type FaultKind } from './call-fault.js';
export { createCalls, type Answer, type Calls, type MetricsQuestion } from './calls.js';
export { mapChanges, pointer, replaced, type PatchOperation } from './patch.js';
export { type Info, type MethodMetrics, type MetricPoint, type Metrics, type Propagation, type Session } from './platform-shapes.js';
export {
  V1,
  type ApiKey,
  type Deployment,
  type Integration,
  type IntegrationResponse,
  type ListOf,
  type Method,
  type MethodResponse,
  type PlanStage,
  type Resource,
  type RestApi,
  type Stage,
  type Usage,
  type UsagePlan,
  type UsagePlanKey,
} from './v1.js';
