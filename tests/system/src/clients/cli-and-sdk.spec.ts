import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as sdk from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { program } from '../programs.js';
import { extras, shared, withoutIds } from './same-answer.js';
import { type Call, TOUR, type World } from './tour.js';

const reach = inject('system');
const folder = mkdtempSync(path.join(os.tmpdir(), 'gatehouse-clients-'));
let aws = '';
// Debian's own is the older one, whatever else is on the PATH.
beforeAll(() => { aws = existsSync('/usr/bin/aws') ? '/usr/bin/aws' : program('aws', 'awscli'); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a client tells of a call: an answer, with the text of its body where that is a file; or the name and the sentence of a refusal. */
interface Told { readonly operation: string; readonly answer?: unknown; readonly file?: string; readonly refusal?: string }
type Client = (call: Call, world: World) => Promise<Told>;

/** Archives hold dates that are packed; that it is one must do. */
const textOf = (operation: string, body: Uint8Array): string => (operation === 'GetSdk' ? Buffer.from(body.subarray(0, 2)).toString('latin1') : Buffer.from(body).toString('utf8'));

const client = new sdk.APIGatewayClient({ endpoint: reach.managementUrl, region: reach.region, credentials: { accessKeyId: reach.accessKeyId, secretAccessKey: reach.secretAccessKey }, maxAttempts: 1 });
const bySdk: Client = async ({ operation, input, isRefused }, world) => {
  const Command = sdk[`${operation}Command`] as unknown as new (input: object) => sdk.GetExportCommand;
  try {
    const { $metadata: _, body, ...answer } = await client.send(new Command(input(world)));
    return { operation, answer: { ...answer, ...(typeof body === 'string' && { body }) }, ...(body instanceof Uint8Array && { file: textOf(operation, body) }) };
  } catch (error) {
    if (!isRefused || !(error instanceof Error)) throw error;
    return { operation, refusal: `${error.name}: ${error.message}` };
  }
};

const kebab = (name: string): string => name.replace(/([a-z0-9])([A-Z]+)/g, '$1-$2').toLowerCase();
let files = 0;
/** One member of the input as words of a command line. */
function words(name: string, value: unknown): readonly string[] {
  // `--version` is the CLI's own.
  const option = name === 'version' ? '--api-version' : `--${kebab(name)}`;
  if (typeof value === 'boolean') return [value ? option : `--no-${kebab(name)}`];
  if (!(value instanceof Uint8Array)) return [option, typeof value === 'string' ? value : JSON.stringify(value)];
  const file = path.join(folder, `body-${files++}`);
  writeFileSync(file, value);
  return [option, `fileb://${file}`];
}

const FILES = new Set(['GetExport', 'GetSdk']);
const byCli: Client = async ({ operation, input, isRefused }, world) => {
  const out = FILES.has(operation) ? path.join(folder, `answer-${files++}`) : null;
  const args = ['--profile', 'gatehouse', '--region', reach.region, '--endpoint-url', reach.managementUrl, '--output', 'json', 'apigateway', kebab(operation), ...Object.entries(input(world)).flatMap(([name, value]) => words(name, value)), ...(out === null ? [] : [out])];
  const { code, stdout, stderr } = await run(args);
  if (isRefused) {
    const told = /^\s*An error occurred \((\w+)\) when calling the (\w+) operation: (.*)$/s.exec(stderr.trim());
    if (told === null) throw new Error(`${operation} was not refused: ${stdout}${stderr}`);
    return { operation: told[2]!, refusal: `${told[1]}: ${told[3]}` };
  }
  if (code !== 0) throw new Error(`${operation}: ${stderr}`);
  return { operation, answer: stdout.trim() === '' ? {} : (JSON.parse(stdout) as unknown), ...(out !== null && { file: textOf(operation, readFileSync(out)) }) };
};

const run = (args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> => new Promise((resolve, reject) => {
  execFile(aws, args, { env: { ...process.env, AWS_SHARED_CREDENTIALS_FILE: reach.credentialsFile, AWS_PAGER: '', AWS_EC2_METADATA_DISABLED: 'true' }, maxBuffer: 10_000_000 }, (error, stdout, stderr) => {
    if (error !== null && typeof error.code !== 'number') reject(error);
    else resolve({ code: (error?.code as number | undefined) ?? 0, stdout, stderr });
  });
});

const memberAt = (answer: unknown, at: string): unknown => at.split('.').reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>>)[name], answer);

/** The whole tour by one client, three calls at a time, and every answer in the words that both share. */
async function tour(send: Client, prefix: string): Promise<readonly Told[]> {
  const world: World = { prefix, ids: new Map() };
  const all: Told[] = [];
  for (const group of TOUR) {
    const told: Told[] = [];
    const waiting = [...group.entries()];
    const worker = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) told[next[0]] = await send(next[1], world);
    };
    await Promise.all([worker(), worker(), worker()]);
    for (const [index, { keep = [] }] of group.entries()) for (const [member, name] of keep) world.ids.set(name, String(memberAt(told[index]!.answer, member)));
    all.push(...told);
  }
  return all.map(({ operation, answer, file, refusal }) => ({
    operation, ...(answer !== undefined && { answer: shared(answer, world) }), ...(file !== undefined && { file: withoutIds(file, world) }), ...(refusal !== undefined && { refusal: withoutIds(refusal, world) }),
  }));
}

/** What AWS added after the CLI of Debian 12 was made: it does not know these members, and leaves them out of what it prints. */
const NEWER: ReadonlySet<string> = new Set(['rootResourceId', 'ipAddressType', 'domainNameArn', 'routingMode']);

describe('Debian\'s AWS CLI and the newest JavaScript SDK', () => {
  it('are given the same answers, call by call', async () => {
    const [cli, js] = [await tour(byCli, 'cli'), await tour(bySdk, 'sdk')];
    expect(js).toHaveLength(TOUR.flat().length);
    const newer = new Set<string>();
    const rest = js.map((told, index) => {
      const found = extras(told, cli[index]);
      for (const name of found.names) newer.add(name);
      return found.rest;
    });
    expect(cli).toEqual(rest);
    expect([...newer].filter(name => !NEWER.has(name))).toEqual([]);
    client.destroy();
  }, 300_000);
});
