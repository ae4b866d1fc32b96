export { AccountPage, KeyPage, PlanPage, Throttle } from './access-book.js';
export { ApiSnapshot, AuthorizerSnapshot, FORMAT, GatewayResponseSnapshot, IntegrationResponseSnapshot, IntegrationSnapshot, MethodSnapshot } from './api-snapshot.js';
export { concerns, digestsNamedBy, parseDocument, pointerKey, UnreadableDocument, type Role, type SnapshotDocument } from './document.js';
export {
  DocumentLine, Enrolled, Enrolment, FeedLine, Heartbeat, HeartbeatAnswer, LeaseAnswer, LeaseRequest, MetricRow, TelemetryBatch, UsageRow,
} from './feed.js';
export { environmentSealPlace, FunctionPage, FunctionVersionPage, remoteSealPlace } from './function-book.js';
export { BasePathSnapshot, DomainPage, VpcLinkPage } from './host-book.js';
export { GatewayJob, GatewayJobAnswer, TestInvocation, TestInvocationAnswer } from './jobs.js';
export { MethodSettings, StageSettings } from './stage-settings.js';
