import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import type { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { startPostgres, type EmbeddedPostgres } from '@gatehouse/control-embedded';
import { client, freePort, newDataDir, OwnRest, type Reach } from '@gatehouse/tests-system';
import { Program } from './program.js';

export const ROOT = path.resolve(import.meta.dirname, '../../..');
const script = (name: string): string => path.join(ROOT, 'apps', name);

/** One gateway of the fleet. `privateUrl` answers health. */
export interface FleetGateway { readonly name: string; readonly program: Program; readonly url: string; readonly privateUrl: string; readonly dataDir: string }
export interface FleetOptions { readonly gateways: number; /** Management APIs beside the first one, over the same database; not started yet. */ readonly spareApis?: number; readonly gatewayEnvironment?: Readonly<Record<string, string>> }

/** A control tower with its own database, and several gateways over it: plain processes, each with its own folder, pid and end. */
export class Fleet {
  readonly gateways: FleetGateway[] = [];
  readonly apis: { readonly program: Program; readonly reach: Reach }[] = [];
  rest!: OwnRest;
  aws!: APIGatewayClient;
  readonly petstoreUrl: string;

  private constructor(readonly folder: string, public postgres: EmbeddedPostgres, private readonly secrets: Readonly<Record<string, string>>, private readonly petstore: Program, petstorePort: number) {
    this.petstoreUrl = `http://127.0.0.1:${petstorePort}`;
  }

  static async start({ gateways, spareApis = 0, gatewayEnvironment = {} }: FleetOptions): Promise<Fleet> {
    const folder = newDataDir();
    const postgres = await startPostgres({ folder: path.join(folder, 'postgres') });
    const migrated = spawnSync(process.execPath, [path.join(script('management-api'), 'dist/migrate.js')], { env: { ...process.env, DATABASE_URL: postgres.url() }, encoding: 'utf8' });
    if (migrated.status !== 0) throw new Error(`the database could not be brought up to date: ${migrated.stderr}`);
    const secrets = {
      GATEHOUSE_MASTER_KEY: randomBytes(32).toString('base64'), GATEHOUSE_ENROL_TOKEN: randomBytes(24).toString('base64url'), GATEHOUSE_ADMIN_PASSWORD: randomBytes(12).toString('base64url'),
      GATEHOUSE_ADMIN_ACCESS_KEY_ID: `AKIA${randomBytes(8).toString('hex').toUpperCase()}`, GATEHOUSE_ADMIN_SECRET_ACCESS_KEY: randomBytes(30).toString('base64url'),
    };
    const petstorePort = await freePort();
    const petstore = new Program('petstore', [path.join(script('petstore'), 'dist/main.js')], { GATEHOUSE_PETSTORE_PORT: String(petstorePort) });
    const fleet = new Fleet(folder, postgres, secrets, petstore, petstorePort);
    petstore.start();
    await petstore.answers(`${fleet.petstoreUrl}/pets`);
    for (let i = 0; i <= spareApis; i++) await fleet.#addApi(i);
    await fleet.startApi(0);
    fleet.rest = await OwnRest.signIn(fleet.reach);
    fleet.aws = client(fleet.reach);
    for (let i = 1; i <= gateways; i++) await fleet.#addGateway(`gateway-${i}`, gatewayEnvironment);
    await Promise.all(fleet.gateways.map(gateway => fleet.startGateway(gateway)));
    return fleet;
  }

  get reach(): Reach {
    return this.apis[0]!.reach;
  }

  async startApi(index: number): Promise<void> {
    const { program, reach } = this.apis[index]!;
    program.start();
    await program.answers(`${reach.managementUrl}/health/ready`);
  }

  async startGateway(gateway: FleetGateway): Promise<void> {
    gateway.program.start();
    await gateway.program.answers(`${gateway.privateUrl}/health/ready`);
  }

  /** Ends everything and removes the folder. */
  async stop(): Promise<void> {
    await Promise.all(this.gateways.map(({ program }) => program.end('SIGKILL')));
    await Promise.all(this.apis.map(({ program }) => program.end('SIGKILL')));
    await this.petstore.end('SIGKILL');
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #addApi(index: number): Promise<void> {
    const [port, gatewaysPort] = [await freePort(), await freePort()];
    const dataDir = path.join(this.folder, `api-${index}`);
    mkdirSync(dataDir);
    const program = new Program(`management-api-${index}`, [path.join(script('management-api'), 'dist/main.js')], {
      ...this.secrets, DATABASE_URL: this.postgres.url(), GATEHOUSE_DATA_DIR: dataDir, GATEHOUSE_PORT: String(port), GATEHOUSE_GATEWAYS_PORT: String(gatewaysPort), GATEHOUSE_LOG_LEVEL: 'warn',
    });
    this.apis.push({
      program,
      reach: {
        managementUrl: `http://127.0.0.1:${port}`, gatewaysUrl: `http://127.0.0.1:${gatewaysPort}`, gatewayUrl: '', privateUrl: '', petstoreUrl: this.petstoreUrl, region: 'us-east-1', userName: 'admin',
        password: this.secrets['GATEHOUSE_ADMIN_PASSWORD']!, credentialsFile: '', accessKeyId: this.secrets['GATEHOUSE_ADMIN_ACCESS_KEY_ID']!, secretAccessKey: this.secrets['GATEHOUSE_ADMIN_SECRET_ACCESS_KEY']!, dataDir,
      },
    });
  }

  async #addGateway(name: string, environment: Readonly<Record<string, string>>): Promise<void> {
    const [port, privatePort] = [await freePort(), await freePort()];
    const dataDir = path.join(this.folder, name);
    mkdirSync(dataDir);
    this.gateways.push({
      name, dataDir, url: `http://127.0.0.1:${port}`, privateUrl: `http://127.0.0.1:${privatePort}`,
      program: new Program(name, ['--disable-proto=throw', path.join(script('gateway'), 'dist/main.js')], {
        GATEHOUSE_ENROL_TOKEN: this.secrets['GATEHOUSE_ENROL_TOKEN']!, GATEHOUSE_GATEWAY_NAME: name, GATEHOUSE_DATA_DIR: dataDir, GATEHOUSE_GATEWAY_PORT: String(port), GATEHOUSE_GATEWAY_PRIVATE_PORT: String(privatePort),
        GATEHOUSE_CONTROL_URL: this.reach.gatewaysUrl, GATEHOUSE_OUTBOUND_PRIVATE: 'allow', GATEHOUSE_LOG_LEVEL: 'warn', ...environment,
      }),
    });
  }
}
