import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  CreateDeploymentCommand, CreateResourceCommand, CreateRestApiCommand, GetExportCommand, GetResourcesCommand, ImportRestApiCommand, PutIntegrationCommand, PutMethodCommand, type APIGatewayClient,
} from '@aws-sdk/client-api-gateway';
import { canonicalJson, digestOf } from '@gatehouse/contract-primitives';
import { freezeRestApi } from '@gatehouse/control-freeze';
import { ACCESS_ENTITIES, API_ENTITIES, dataSourceOptions, DOMAIN_ENTITIES, loadSource, PLATFORM_ENTITIES } from '@gatehouse/control-store';
import { DataSource } from 'typeorm';
import { bigDocument } from './big-document.js';
import { cpuModel, startManagement } from './product.js';

const APIS = 100;
const CALLS = 200;
const WARM_UP = 50;
const ROUNDS = 7;

interface Line { readonly what: string; readonly budgetMs: number | null; readonly timesMs: readonly number[] }

const quantile = (times: readonly number[], share: number): number => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]!;

async function timed<T>(work: () => Promise<T> | T): Promise<readonly [ms: number, result: T]> {
  const from = performance.now();
  const result = await work();
  return [performance.now() - from, result];
}

/** So many runs after one that warms up; each run may prepare something that is not measured. */
async function measure<T>(runs: number, work: (run: number) => Promise<T> | T): Promise<readonly number[]> {
  await work(-1);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push((await timed(() => work(run)))[0]);
  return times;
}

/** A hundred APIs of ten resources each: what the tables hold while the single calls are measured. */
async function populate(aws: APIGatewayClient): Promise<void> {
  const body = Buffer.from(bigDocument(10, 2));
  for (let at = 0; at < APIS; at += 10) await Promise.all(Array.from({ length: 10 }, () => aws.send(new ImportRestApiCommand({ body }))));
}

/** The three writes a script makes most, in turn, so that a noisy moment of the machine meets them alike; the first calls warm up. */
async function measureWrites(aws: APIGatewayClient, restApiId: string, parentId: string): Promise<readonly [number[], number[], number[]]> {
  const [created, methods, integrations]: [number[], number[], number[]] = [[], [], []];
  for (let run = -WARM_UP; run < CALLS; run++) {
    const [createMs, { id }] = await timed(() => aws.send(new CreateResourceCommand({ restApiId, parentId, pathPart: `r${run + WARM_UP}` })));
    const place = { restApiId, resourceId: id, httpMethod: 'GET' };
    const [methodMs] = await timed(() => aws.send(new PutMethodCommand({ ...place, authorizationType: 'NONE', requestParameters: { 'method.request.querystring.q': false } })));
    const [integrationMs] = await timed(() => aws.send(new PutIntegrationCommand({ ...place, type: 'HTTP_PROXY', integrationHttpMethod: 'GET', uri: 'https://backend.example.com/' })));
    if (run < 0) continue;
    created.push(createMs);
    methods.push(methodMs);
    integrations.push(integrationMs);
  }
  return [created, methods, integrations];
}

/** The management API by itself, through AWS's own client, one call at a time; times are the caller's. Writes CONTROL.md. */
export async function benchControlPlane(): Promise<void> {
  const product = await startManagement();
  const { aws } = product;
  const lines: Line[] = [];
  const note = (what: string, budgetMs: number | null, timesMs: readonly number[]): void => {
    lines.push({ what, budgetMs, timesMs });
    console.log(`${what}: p50 ${quantile(timesMs, 0.5).toFixed(2)} ms, p95 ${quantile(timesMs, 0.95).toFixed(2)} ms`);
  };
  try {
    await populate(aws);
    const { id: restApiId, rootResourceId } = await aws.send(new CreateRestApiCommand({ name: 'measured' }));
    const [created, methods, integrations] = await measureWrites(aws, restApiId!, rootResourceId!);
    note(`CreateResource at ${APIS} APIs`, 5, created);
    note('PutMethod', 5, methods);
    note('PutIntegration', 5, integrations);

    const [one, five] = [Buffer.from(bigDocument(300, 1)), Buffer.from(bigDocument(300, 5))];
    note('ImportRestApi of 300 paths, one method each', 3_000, await measure(ROUNDS, () => aws.send(new ImportRestApiCommand({ body: one }))));
    let bigId = '';
    note('ImportRestApi of 300 paths, five methods each', 3_000, await measure(ROUNDS, async () => { bigId = (await aws.send(new ImportRestApiCommand({ body: five }))).id!; }));
    // Paths of one segment: 300 resources and the root, which fit on one page.
    const flat = await aws.send(new ImportRestApiCommand({ body: Buffer.from(bigDocument(300, 5).replaceAll('/{id}', '')), parameters: {} }));
    note('GetResources embed=methods, 300 resources of five methods', 150, await measure(ROUNDS * 3, async () => {
      const { items = [] } = await aws.send(new GetResourcesCommand({ restApiId: flat.id, limit: 500, embed: ['methods'] }));
      if (items.filter(item => Object.keys(item.resourceMethods ?? {}).length === 5).length !== 300) throw new Error(`the page has ${items.length} resources`);
    }));

    const store = await new DataSource(dataSourceOptions({
      url: product.databaseUrl, entities: [...PLATFORM_ENTITIES, ...API_ENTITIES, ...ACCESS_ENTITIES, ...DOMAIN_ENTITIES], migrations: [], poolSize: 2, onPoolError: error => console.error(error),
    })).initialize();
    const source = await loadSource(store.manager, { accountId: '123456789012', region: 'us-east-1', restApiId: flat.id! });
    await store.destroy();
    if (source === null) throw new Error('the API is not there');
    note('Freezing 300 resources of five methods: document, canonical text, digest', 200, await measure(ROUNDS * 3, () => digestOf(canonicalJson(freezeRestApi(source)))));
    note('CreateDeployment of it, with its stage', null, await measure(ROUNDS, () => aws.send(new CreateDeploymentCommand({ restApiId: flat.id, stageName: 'prod' }))));
    note('GetExport of it (oas30, all extensions)', null, await measure(ROUNDS, () => aws.send(new GetExportCommand({ restApiId: flat.id, stageName: 'prod', exportType: 'oas30', parameters: { extensions: 'apigateway' } }))));
    console.log(`(an import of 600 resources made ${bigId})`);
    writeFileSync(path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', 'CONTROL.md'), page(lines));
  } finally {
    await product.stop();
  }
}

const page = (lines: readonly Line[]): string => `# Benchmark of the management API

Through AWS's JavaScript SDK, one call at a time, warm, the management API and an embedded, durable PostgreSQL beside the client on the same ${cpus().length} cores. Times are
the caller's, signing and parsing included. ${cpuModel()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}.

| what | p50 ms | p95 ms | budget (p50) | |
|---|---|---|---|---|
${lines.map(({ what, budgetMs, timesMs }) => `| ${what} | ${quantile(timesMs, 0.5).toFixed(1)} | ${quantile(timesMs, 0.95).toFixed(1)} | ${budgetMs === null ? '' : budgetMs} | ${budgetMs === null ? '' : quantile(timesMs, 0.5) <= budgetMs ? 'kept' : 'MISSED'} |`).join('\n')}

Run it again with \`BENCH=control npm run bench\`.
`;
