import { headerOf } from '@gatehouse/contract-text';
import type { Exchange } from './exchange.js';

/** Reads one `$context` variable; null = not set for this exchange. */
export type ContextVariable = (x: Exchange) => string | null;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

let clfSecond = -1;
let clfText = '';

/** dd/MMM/yyyy:HH:mm:ss +0000, kept for the second: log lines of one second share it. */
export function clfTime(epochMs: number): string {
  const second = Math.floor(epochMs / 1000);
  if (second === clfSecond) return clfText;
  const date = new Date(second * 1000);
  clfSecond = second;
  clfText = `${two(date.getUTCDate())}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}:${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`;
  return clfText;
}

/** The host a caller used, without its port. */
export const domainName = (x: Exchange): string => x.inbound.host.replace(/:\d*$/, '');

/** A key value as a log may show it: its last four characters, and only when that leaves most of it hidden. */
const masked = (value: string): string => (value.length < 12 ? '*'.repeat(value.length) : `${'*'.repeat(value.length - 4)}${value.slice(-4)}`);

const maskedKey = (x: Exchange): string | null => {
  const value = x.grant === null ? null : headerOf(x.inbound.headers, 'x-api-key');
  return value === null ? null : masked(value);
};

const latencyMs = (fromMs: number, toMs: number): string | null => (fromMs < 0 || toMs < 0 ? null : String(Math.round(toMs - fromMs)));
const integrationStatus = (x: Exchange): string | null => (x.integrationResponse === null ? null : String(x.integrationResponse.status));

/** Every variable that a REST API on this gateway can fill. Names that AWS has and this build cannot fill yet read as not set. */
const VARIABLES: ReadonlyMap<string, ContextVariable> = new Map<string, ContextVariable>(Object.entries({
  'accountId': x => x.route.route.api.accountId,
  'apiId': x => x.route.route.api.restApiId,
  'deploymentId': x => x.route.route.stage.deploymentId,
  'domainName': domainName,
  'domainPrefix': x => domainName(x).split('.', 1)[0] ?? null,
  'error.message': x => x.fault?.shown ?? null,
  'error.messageString': x => (x.fault === null ? null : JSON.stringify(x.fault.shown)),
  'error.responseType': x => x.fault?.row.type ?? null,
  'error.validationErrorString': x => x.fault?.detail ?? null,
  'extendedRequestId': x => x.extendedRequestId,
  'httpMethod': x => x.inbound.method,
  'identity.apiKey': maskedKey,
  'identity.apiKeyId': x => x.grant?.apiKeyId ?? null,
  'identity.sourceIp': x => x.inbound.sourceIp,
  'identity.userAgent': x => headerOf(x.inbound.headers, 'user-agent'),
  'integration.latency': x => latencyMs(x.integrationStartedMs, x.integrationEndedMs),
  'integration.status': integrationStatus,
  'integrationLatency': x => latencyMs(x.integrationStartedMs, x.integrationEndedMs),
  'integrationStatus': integrationStatus,
  'isCanaryRequest': x => (x.route.route.stage.canary === null ? null : String(x.route.route.isCanary)),
  'path': x => `${x.inbound.basePath}${x.inbound.path}`,
  'protocol': x => x.inbound.protocol,
  'requestId': x => x.requestId,
  'requestTime': x => clfTime(x.startedEpochMs),
  'requestTimeEpoch': x => String(x.startedEpochMs),
  'resourceId': x => x.route.route.resourceId || null,
  'resourcePath': x => x.route.route.resourcePath || null,
  'responseLatency': x => latencyMs(x.startedMs, x.endedMs),
  'responseLength': x => String(x.responseBytes),
  'stage': x => x.route.route.stage.stageName,
  'status': x => (x.answer === null ? null : String(x.answer.status)),
  'xrayTraceId': x => /Root=([^;]+)/.exec(x.traceId)?.[1] ?? null,
} satisfies Record<string, ContextVariable>));

/** The reader of `$context.{name}`, chosen once when a format or a mapping is compiled; null = nobody knows that name. */
export const contextVariable = (name: string): ContextVariable | null => VARIABLES.get(name) ?? null;
/** All names, for docs and checks. */
export const contextVariableNames = (): readonly string[] => [...VARIABLES.keys()];
