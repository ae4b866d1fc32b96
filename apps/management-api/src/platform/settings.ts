import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { newSecret } from '@gatehouse/contract-primitives';
import { z } from 'zod';

const port = (fallback: number): z.ZodDefault<z.ZodCoercedNumber> => z.coerce.number().int().min(0).max(65_535).default(fallback);

const Environment = z.object({
  DATABASE_URL: z.string().url(),
  GATEHOUSE_PORT: port(4000),
  GATEHOUSE_GATEWAYS_PORT: port(4002),
  GATEHOUSE_BIND: z.string().default('127.0.0.1'),
  GATEHOUSE_DATA_DIR: z.string().default('.gatehouse'),
  GATEHOUSE_ACCOUNT_ID: z.string().regex(/^\d{12}$/, 'must be twelve digits').default('123456789012'),
  GATEHOUSE_REGION: z.string().regex(/^[a-z0-9-]+$/).default('us-east-1'),
  GATEHOUSE_DOMAIN: z.string().default(''),
  GATEHOUSE_GATEWAY_URL: z.string().url().default('http://localhost:8080'),
  GATEHOUSE_PATH_FORM: z.enum(['on', 'off']).default('on'),
  GATEHOUSE_MASTER_KEY: z.string().optional(),
  GATEHOUSE_ENROL_TOKEN: z.string().min(16).optional(),
  GATEHOUSE_ADMIN_ACCESS_KEY_ID: z.string().regex(/^[A-Z0-9]{16,128}$/).optional(),
  GATEHOUSE_ADMIN_SECRET_ACCESS_KEY: z.string().min(16).optional(),
  GATEHOUSE_ADMIN_PASSWORD: z.string().min(8).optional(),
  GATEHOUSE_METRICS_RETENTION_DAYS: z.coerce.number().int().min(1).max(3_660).default(90),
  GATEHOUSE_ACCOUNT_RATE_LIMIT: z.coerce.number().positive().default(10_000),
  GATEHOUSE_ACCOUNT_BURST_LIMIT: z.coerce.number().int().positive().default(5_000),
  GATEHOUSE_CONTROL_LIMITS: z.enum(['off', 'aws']).default('off'),
  GATEHOUSE_CONSOLE_DIST: z.string().optional(),
  GATEHOUSE_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** Everything the management API takes from its environment, parsed once. */
export class Settings {
  readonly databaseUrl: string;
  readonly port: number;
  readonly gatewaysPort: number;
  readonly bind: string;
  readonly dataDir: string;
  readonly accountId: string;
  readonly region: string;
  readonly gateway: { readonly url: string; readonly domain: string; readonly pathForm: boolean };
  readonly masterKey: Buffer;
  readonly enrolToken: string;
  readonly admin: { readonly accessKeyId: string | null; readonly secretAccessKey: string | null; readonly password: string | null };
  readonly retentionDays: number;
  readonly accountThrottle: { readonly rateLimit: number; readonly burstLimit: number };
  /** True = the management API refuses as often, and as much, as AWS's does: for tests. */
  readonly hasAwsLimits: boolean;
  readonly consoleDist: string | null;
  readonly logLevel: string;

  constructor(environment: NodeJS.ProcessEnv) {
    const parsed = Environment.safeParse(Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')));
    if (!parsed.success) throw new Error(`The environment does not hold: ${parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`).join('; ')}`);
    const e = parsed.data;
    this.databaseUrl = e.DATABASE_URL;
    this.port = e.GATEHOUSE_PORT;
    this.gatewaysPort = e.GATEHOUSE_GATEWAYS_PORT;
    this.bind = e.GATEHOUSE_BIND;
    this.dataDir = path.resolve(e.GATEHOUSE_DATA_DIR);
    mkdirSync(this.dataDir, { recursive: true });
    this.accountId = e.GATEHOUSE_ACCOUNT_ID;
    this.region = e.GATEHOUSE_REGION;
    const domain = e.GATEHOUSE_DOMAIN ? `execute-api.${e.GATEHOUSE_REGION}.${e.GATEHOUSE_DOMAIN}` : 'execute-api.localhost';
    this.gateway = { url: e.GATEHOUSE_GATEWAY_URL, domain, pathForm: e.GATEHOUSE_PATH_FORM === 'on' };
    this.masterKey = masterKey(e.GATEHOUSE_MASTER_KEY, path.join(this.dataDir, 'master.key'));
    this.enrolToken = e.GATEHOUSE_ENROL_TOKEN ?? secretFile(path.join(this.dataDir, 'enrol-token'), () => newSecret());
    this.admin = { accessKeyId: e.GATEHOUSE_ADMIN_ACCESS_KEY_ID ?? null, secretAccessKey: e.GATEHOUSE_ADMIN_SECRET_ACCESS_KEY ?? null, password: e.GATEHOUSE_ADMIN_PASSWORD ?? null };
    this.retentionDays = e.GATEHOUSE_METRICS_RETENTION_DAYS;
    this.accountThrottle = { rateLimit: e.GATEHOUSE_ACCOUNT_RATE_LIMIT, burstLimit: e.GATEHOUSE_ACCOUNT_BURST_LIMIT };
    this.hasAwsLimits = e.GATEHOUSE_CONTROL_LIMITS === 'aws';
    this.consoleDist = e.GATEHOUSE_CONSOLE_DIST ?? null;
    this.logLevel = e.GATEHOUSE_LOG_LEVEL;
  }
}

function masterKey(given: string | undefined, file: string): Buffer {
  const key = Buffer.from(given ?? secretFile(file, () => randomBytes(32).toString('base64')), 'base64');
  if (key.length !== 32) throw new Error(`${given ? 'GATEHOUSE_MASTER_KEY' : file} must hold 32 bytes in base64, e.g. from: openssl rand -base64 32`);
  return key;
}

/** A secret that is made once and lies in a file that only its owner reads. */
function secretFile(file: string, make: () => string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  try {
    writeFileSync(file, `${make()}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Another process of the same first start was faster: its secret counts.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
