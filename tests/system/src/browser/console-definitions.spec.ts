import { GetResourcesCommand, GetRestApiCommand, GetStageCommand, type APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { readFileSync } from 'node:fs';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { addMethod, client, deploy, newApi, type PetApi } from '../pet-api.js';
import { launch } from './chromium.js';
import { breaches, choose, dialog, openPage, shoot, shootAll, signIn, type Watched } from './console-page.js';

const reach = inject('system');
let browser: Browser, aws: APIGatewayClient, api: PetApi, watched: Watched, page: Page, petId: string, imported: string;

beforeAll(async () => {
  aws = client(reach);
  api = await newApi(aws, 'definitions');
  petId = await addMethod(aws, api.restApiId, api.rootId, '{petId}', {
    integration: { type: 'HTTP_PROXY', uri: `${reach.petstoreUrl}/pets/2` },
  });
  await addMethod(aws, api.restApiId, api.rootId, 'ping', { integration: { type: 'MOCK' }, responseTemplate: '{"colour":"$stageVariables.colour"}' });
  browser = await launch();
  watched = await openPage(browser, reach);
  page = watched.page;
  await page.goto('/console/restapis');
  await signIn(page, reach.userName, reach.password);
  await page.getByRole('heading', { name: /^APIs/ }).waitFor();
});
afterAll(async () => {
  await browser?.close();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await shoot(page, `failed-${task.name.replaceAll(/\W+/g, '-')}`);
});

const saved = (text: string) => page.getByText(text).first().waitFor();
const textOf = async (download: Download) => readFileSync(await download.path(), 'utf8');
const definition = (name: string, text: string) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
const YAML = (title: string, extra = '') => `openapi: 3.0.1
info: { title: ${title}, version: "1" }
paths:
  /cats:
    get:
      responses: { "200": { description: ok } }
      x-amazon-apigateway-integration: { type: mock, requestTemplates: { application/json: '{"statusCode": 200}' }, responses: { default: { statusCode: "200" } } }
${extra}`;

describe('a method is tried before anything is deployed', () => {
  it('asks for the path, calls the backend, and shows answer and log', async () => {
    await page.goto(`/console/restapis/${api.restApiId}/resources/${petId}/methods/GET`);
    await page.getByRole('button', { name: 'Test', exact: true }).first().click();
    const run = page.getByRole('button', { name: 'Test', exact: true }).last();
    await run.click();
    await page.getByText('The path needs a value here.').waitFor();
    await page.getByLabel('Path: petId').fill('2');
    await run.click();
    await page.getByLabel('Log', { exact: true }).waitFor();
    expect(await page.getByLabel('Response body', { exact: true }).textContent()).toContain('"name": "Tom"');
    expect(await page.getByLabel('Log', { exact: true }).textContent()).toMatch(/Execution log for request[\s\S]+Method completed with status: 200$/);
    expect(await breaches(page)).toEqual([]);
    await shootAll(page, 'test-method', () => page.getByText('Answer', { exact: true }).scrollIntoViewIfNeeded());
    // Another box and back: the loop of editing and testing keeps what was typed, and the last answer.
    await page.getByRole('group', { name: 'Method execution' }).getByRole('button', { name: 'Integration request' }).click();
    await page.getByRole('tab', { name: 'Integration request', selected: true }).waitFor();
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    expect(await page.getByLabel('Path: petId').inputValue()).toBe('2');
    expect(await page.getByLabel('Response body', { exact: true }).count()).toBe(1);
  });

  it('without a gateway it says so plainly and keeps what was typed', async () => {
    await page.route('**/methods/GET', (route, request) =>
      request.method() === 'POST' ? route.fulfill({ status: 503, body: '{"message":"No gateway is connected"}' }) : route.continue(),
    );
    await page.getByRole('button', { name: 'Test', exact: true }).last().click();
    await page.getByText('No gateway could make this call').waitFor();
    await page.getByText('No gateway is connected').waitFor();
    expect(await page.getByLabel('Path: petId').inputValue()).toBe('2');
    await page.unroute('**/methods/GET');
  });
});

describe('a definition becomes an API', () => {
  it('errors are listed and nothing is left behind', async () => {
    await page.goto('/console/restapis/create');
    await page.getByLabel('Import a definition').check();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('Choose a file, or paste a definition.').waitFor();
    await page.locator('input[type=file]').setInputFiles(definition('bad.yaml', YAML('broken').replace('type: mock', 'type: sorcery')));
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText(/errors?: nothing was imported/).waitFor();
    expect(await page.getByRole('list', { name: 'What was found' }).getByRole('listitem').count()).toBeGreaterThan(0);
    expect(await breaches(page)).toEqual([]);
    await shoot(page, 'import-errors');
  });

  it('warnings are shown before anything is written; going on lands on the API with them', async () => {
    const doubtful = `${YAML('doubtful')}    trace:\n      responses: {}\n`;
    await page.locator('input[type=file]').setInputFiles(definition('doubtful.yaml', doubtful));
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText(/warnings?: nothing was imported yet/).waitFor();
    await page.getByRole('button', { name: 'Import with these warnings' }).click();
    await page.waitForURL(/\/resources\?imported=1$/);
    await page.getByText(/^Imported with \d+ warnings?$/).waitFor();
    await page.getByRole('treeitem', { name: '/cats', exact: true }).waitFor();
    expect(await breaches(page)).toEqual([]);
    imported = /restapis\/([a-z0-9]{10})/.exec(page.url())![1]!;
    expect((await aws.send(new GetRestApiCommand({ restApiId: imported }))).name).toBe('doubtful');
    await page.goto(`/console/restapis/${imported}/settings`);
    await page.getByRole('button', { name: /^Warnings of the last import/ }).waitFor();
  });

  it('over an API that is there: overwriting names what goes, and does it', async () => {
    await page.goto(`/console/restapis/${imported}/resources`);
    await page.getByRole('link', { name: 'Import', exact: true }).click();
    await page.locator('input[type=file]').setInputFiles(definition('dogs.yaml', YAML('dogs').replace('/cats', '/dogs')));
    await page.getByLabel('Overwrite', { exact: true }).check();
    await page.getByText('2 paths with 1 method, their integrations and responses').waitFor();
    expect(await breaches(page)).toEqual([]);
    await shoot(page, 'import-into');
    await page.getByRole('button', { name: 'Overwrite the API' }).click();
    await saved('The definition was imported into doubtful');
    const { items } = await aws.send(new GetResourcesCommand({ restApiId: imported }));
    expect(items!.map(({ path }) => path).sort()).toEqual(['/', '/dogs']);
  });
});

describe('a stage becomes a file', () => {
  it('an export is what is deployed, in the form that was chosen', async () => {
    await deploy(aws, api.restApiId, 'dev');
    await page.goto(`/console/restapis/${api.restApiId}/stages/dev?tab=export`);
    await page.getByLabel('YAML').check();
    await page.getByLabel('All of Gatehouse').check();
    expect(await page.getByLabel('Integrations').isDisabled()).toBe(true);
    expect(await breaches(page)).toEqual([]);
    await shootAll(page, 'export', () => page.getByLabel('All of Gatehouse').scrollIntoViewIfNeeded());
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export', exact: true }).click()]);
    expect(download.suggestedFilename()).toMatch(/^oas30_.*\.yaml$/);
    expect(await textOf(download)).toMatch(/^openapi: "?3\.0[\s\S]+x-amazon-apigateway-integration/);
    await page.getByText(/^Saved as oas30_/).waitFor();
  });

  it('a JavaScript library comes as a zip; another platform says why it does not', async () => {
    await page.getByRole('tab', { name: 'SDK' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Generate SDK' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^javascript_.*\.zip$/);
    expect(readFileSync(await download.path()).subarray(0, 2).toString()).toBe('PK');
    await choose(page, 'Platform', 'Ruby');
    await page.getByRole('button', { name: 'Generate SDK' }).click();
    await page.getByText('This is needed.').waitFor();
    await page.getByLabel('Service name').fill('Pets');
    await page.getByRole('button', { name: 'Generate SDK' }).click();
    await page.getByText('SDKs of type ruby are not generated yet; javascript is.').waitFor();
    expect(await breaches(page)).toEqual([]);
  });

  it('what is kept for a stage is flushed after a word', async () => {
    await page.getByRole('tab', { name: 'Details' }).click();
    await page.getByRole('button', { name: 'Flush cached authorizations' }).click();
    await dialog(page, /^Flush cached authorizations/).getByRole('button', { name: 'Flush cached authorizations' }).click();
    await saved('The cached authorizations were flushed');
    expect((await aws.send(new GetStageCommand({ restApiId: api.restApiId, stageName: 'dev' }))).stageName).toBe('dev');
  });

  it('nothing broke in the page, and nothing left the machine', () => {
    expect(watched.broken).toEqual([]);
    expect(watched.outside).toEqual([]);
  });
});
