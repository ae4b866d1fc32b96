import { z } from 'zod';

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);
const onOff = (fallback: 'on' | 'off') => z.enum(['on', 'off']).default(fallback);

/** The gateway's settings, read once from the environment. */
const Environment = z.object({
  GATEHOUSE_GATEWAY_PORT: port(8080),
  GATEHOUSE_GATEWAY_PRIVATE_PORT: port(8081),
  /** The kinds of API that the public listener serves. */
  GATEHOUSE_GATEWAY_LABELS: z.string().regex(/^(edge|regional)(,(edge|regional))*$/, 'must be edge, regional or both with a comma').default('edge,regional'),
  /** `vpce-0a1b2c3d=8090`: listeners for private APIs, each standing for one VPC endpoint; several with commas. */
  GATEHOUSE_PRIVATE_LISTENERS: z.string().regex(/^vpce-[0-9a-z]+=\d{1,5}(,vpce-[0-9a-z]+=\d{1,5})*$/, 'must look like vpce-0a1b2c3d=8090').optional(),
  GATEHOUSE_BIND: z.string().min(1).default('127.0.0.1'),
  /** The gateway answers for `{api}.execute-api.{region}.{domain}` too when set. */
  GATEHOUSE_DOMAIN: z.string().min(1).optional(),
  GATEHOUSE_REGION: z.string().min(1).default('us-east-1'),
  GATEHOUSE_PATH_FORM: onOff('on'),
  GATEHOUSE_OUTBOUND_PRIVATE: z.enum(['allow', 'deny']).default('deny'),
  GATEHOUSE_DATA_DIR: z.string().min(1).default('.gatehouse'),
  GATEHOUSE_CONTROL_URL: z.url().default('http://127.0.0.1:4002'),
  GATEHOUSE_ENROL_TOKEN: z.string().min(1).optional(),
  GATEHOUSE_GATEWAY_NAME: z.string().min(1).max(200).optional(),
  REDIS_URL: z.url().optional(),
  GATEHOUSE_RATE_HEADERS: onOff('off'),
  /** `raw` = our own server on bare sockets; `node` = node:http. Both refuse the same things. */
  GATEHOUSE_LISTENER: z.enum(['raw', 'node']).default('raw'),
  GATEHOUSE_DRAIN_MS: z.coerce.number().int().min(0).default(30_000),
  GATEHOUSE_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export interface GatewayConfig {
  readonly port: number;
  readonly privatePort: number;
  readonly bind: string;
  /** EDGE, REGIONAL: the kinds of API that the public listener serves. */
  readonly endpointTypes: ReadonlySet<string>;
  readonly privateListeners: readonly { readonly vpcEndpointId: string; readonly port: number }[];
  readonly domain: string | null;
  readonly region: string;
  readonly pathForm: boolean;
  readonly outboundPrivate: 'allow' | 'deny';
  readonly dataDir: string;
  readonly controlUrl: string;
  readonly enrolToken: string | null;
  readonly name: string | null;
  readonly redisUrl: string | null;
  readonly rateHeaders: boolean;
  readonly listener: 'raw' | 'node';
  readonly drainMs: number;
  readonly logLevel: string;
}

/** Reads the settings; a wrong one ends the start with a sentence that names it. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): GatewayConfig {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const result = Environment.safeParse(given);
  if (!result.success) throw new Error(result.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  const { data } = result;
  return {
    port: data.GATEHOUSE_GATEWAY_PORT, privatePort: data.GATEHOUSE_GATEWAY_PRIVATE_PORT, bind: data.GATEHOUSE_BIND,
    endpointTypes: new Set(data.GATEHOUSE_GATEWAY_LABELS.toUpperCase().split(',')),
    privateListeners: (data.GATEHOUSE_PRIVATE_LISTENERS ?? '').split(',').filter(text => text !== '').map(text => ({ vpcEndpointId: text.split('=')[0]!, port: Number(text.split('=')[1]) })),
    domain: data.GATEHOUSE_DOMAIN ?? null,
    region: data.GATEHOUSE_REGION, pathForm: data.GATEHOUSE_PATH_FORM === 'on', outboundPrivate: data.GATEHOUSE_OUTBOUND_PRIVATE, dataDir: data.GATEHOUSE_DATA_DIR,
    controlUrl: data.GATEHOUSE_CONTROL_URL, enrolToken: data.GATEHOUSE_ENROL_TOKEN ?? null, name: data.GATEHOUSE_GATEWAY_NAME ?? null,
    redisUrl: data.REDIS_URL ?? null, rateHeaders: data.GATEHOUSE_RATE_HEADERS === 'on', listener: data.GATEHOUSE_LISTENER, drainMs: data.GATEHOUSE_DRAIN_MS, logLevel: data.GATEHOUSE_LOG_LEVEL,
  };
}
