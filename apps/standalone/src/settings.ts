import path from 'node:path';
import { z } from 'zod';

const port = (fallback: number): z.ZodDefault<z.ZodCoercedNumber> => z.coerce.number().int().min(1).max(65_535).default(fallback);

const Environment = z.object({
  GATEHOUSE_DATA_DIR: z.string().default('.gatehouse'),
  GATEHOUSE_BIND: z.string().default('127.0.0.1'),
  GATEHOUSE_PORT: port(4000),
  GATEHOUSE_GATEWAYS_PORT: port(4002),
  GATEHOUSE_PETSTORE_PORT: port(4010),
  GATEHOUSE_GATEWAY_PORT: port(8080),
  GATEHOUSE_GATEWAY_PRIVATE_PORT: port(8081),
  GATEHOUSE_REGION: z.string().default('us-east-1'),
  GATEHOUSE_OUTBOUND_PRIVATE: z.enum(['allow', 'deny']).default('allow'),
  DATABASE_URL: z.string().optional(),
});

/** What the supervisor itself needs to know; everything else goes to the children as it came. */
export interface Settings {
  readonly root: string;
  readonly dataDir: string;
  readonly bind: string;
  readonly region: string;
  readonly ports: { readonly api: number; readonly gateways: number; readonly petstore: number; readonly gateway: number; readonly gatewayPrivate: number };
  readonly outboundPrivate: 'allow' | 'deny';
  readonly databaseUrl: string | null;
}

/** Parses the environment once, and says in one sentence what does not hold. */
export function readSettings(environment: NodeJS.ProcessEnv, root: string): Settings {
  const parsed = Environment.safeParse(Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')));
  if (!parsed.success) throw new Error(`The environment does not hold: ${parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`).join('; ')}`);
  const e = parsed.data;
  return {
    root,
    dataDir: path.resolve(root, e.GATEHOUSE_DATA_DIR),
    bind: e.GATEHOUSE_BIND,
    region: e.GATEHOUSE_REGION,
    ports: { api: e.GATEHOUSE_PORT, gateways: e.GATEHOUSE_GATEWAYS_PORT, petstore: e.GATEHOUSE_PETSTORE_PORT, gateway: e.GATEHOUSE_GATEWAY_PORT, gatewayPrivate: e.GATEHOUSE_GATEWAY_PRIVATE_PORT },
    outboundPrivate: e.GATEHOUSE_OUTBOUND_PRIVATE,
    databaseUrl: e.DATABASE_URL ?? null,
  };
}
