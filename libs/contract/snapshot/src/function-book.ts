import { z } from 'zod';
import { FORMAT } from './api-snapshot.js';

/** Where a version's events go on after their last try, and after success; ARNs of functions or of queues and topics that the installation maps. */
const EventInvoke = z.object({
  maximumRetryAttempts: z.number().int().nullable(), maximumEventAgeSeconds: z.number().int().nullable(), onSuccess: z.string().nullable(), onFailure: z.string().nullable(),
});
/** A function that lives elsewhere: any endpoint that speaks Lambda's Invoke. `sealedSecret` opens with the functions key and `remoteSealPlace`. */
const Remote = z.object({ endpoint: z.string(), region: z.string(), functionName: z.string(), accessKeyId: z.string(), sealedSecret: z.string(), sealedSessionToken: z.string().nullable() });

/** What all versions of a function share; it changes without touching a version. */
export const FunctionPage = z.object({
  format: z.literal(FORMAT),
  kind: z.literal('function'),
  accountId: z.string(),
  region: z.string(),
  functionName: z.string(),
  /** Version numbers that exist, `$LATEST` first. */
  versions: z.array(z.string()),
  /** `weights` send a share (0 to 1) of the calls to other versions. */
  aliases: z.record(z.string(), z.object({ functionVersion: z.string(), weights: z.record(z.string(), z.number()) })),
  /** Resource policies as JSON text by qualifier; `$LATEST` = the function without a qualifier. */
  policies: z.record(z.string(), z.string()),
  /** Invocations at once that are kept for this function, and not exceeded by it; 0 = none may run; null = what the account leaves. */
  reservedConcurrency: z.number().int().nullable(),
  /** Sandboxes kept warm, by qualifier (a version or an alias). */
  provisionedConcurrency: z.record(z.string(), z.number().int()),
  /** By qualifier. */
  eventInvoke: z.record(z.string(), EventInvoke),
  /** What its code may reach: nothing, every public address, or the hosts that are named. From the tag `gatehouse:egress`. */
  egress: z.union([z.enum(['none', 'any']), z.array(z.string())]),
  /** A second wall inside the sandbox: Node's permission model. From the tag `gatehouse:permission-model`. */
  usesPermissionModel: z.boolean(),
  remote: Remote.nullable(),
});
export type FunctionPage = z.infer<typeof FunctionPage>;

/** One version of a function: all that starting its sandbox takes. */
export const FunctionVersionPage = z.object({
  format: z.literal(FORMAT),
  kind: z.literal('function-version'),
  accountId: z.string(),
  region: z.string(),
  functionName: z.string(),
  /** `$LATEST` or a number. */
  version: z.string(),
  /** As it was given, e.g. `nodejs22.x`. */
  runtime: z.string(),
  handler: z.string(),
  /** SHA-256 of the zip, lower-case hex: under it the code is fetched. */
  codeDigest: z.string(),
  layers: z.array(z.object({ arn: z.string(), codeDigest: z.string() })),
  timeoutSeconds: z.number().int(),
  memoryMb: z.number().int(),
  ephemeralStorageMb: z.number().int(),
  /** JSON of the variables, sealed under the functions key with `environmentSealPlace`; null = none. */
  sealedEnvironment: z.string().nullable(),
  deadLetterTargetArn: z.string().nullable(),
});
export type FunctionVersionPage = z.infer<typeof FunctionVersionPage>;

/** Where a version's environment belongs, for sealing and opening. */
export const environmentSealPlace = (accountId: string, region: string, functionName: string, version: string): string => `function-environment/${accountId}/${region}/${functionName}/${version}`;
/** Where the credentials of a function that lives elsewhere belong. */
export const remoteSealPlace = (accountId: string, region: string, functionName: string): string => `function-remote/${accountId}/${region}/${functionName}`;
