import {
  GetDeploymentsCommand,
  GetIntegrationCommand,
  GetMethodCommand,
  GetResourcesCommand,
  GetStageCommand,
  NotFoundException,
  type APIGatewayClient,
} from '@aws-sdk/client-api-gateway';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { ask } from '../http.js';
import { addMethod, client, deploy, newApi, putMethod, type PetApi } from '../pet-api.js';
import { launch } from './chromium.js';
import { breaches, choose, dialog, openPage, shoot, signIn, type Watched } from './console-page.js';

const reach = inject('system');
let browser: Browser, aws: APIGatewayClient, api: PetApi, watched: Watched, page: Page, petsId: string;

beforeAll(async () => {
  aws = client(reach);
  api = await newApi(aws, 'editors');
  petsId = await addMethod(aws, api.restApiId, api.rootId, 'pets', { integration: { type: 'MOCK' } });
  await putMethod(aws, api.restApiId, api.rootId, { integration: { type: 'MOCK' } });
  await deploy(aws, api.restApiId, 'dev');
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

const place = () => ({ restApiId: api.restApiId, resourceId: petsId, httpMethod: 'GET' });
const openBox = (box: string) => page.goto(`/console/restapis/${api.restApiId}/resources/${petsId}/methods/GET?box=${box}`);
const save = async (within: Page | ReturnType<typeof dialog> = page) => {
  await within.getByRole('button', { name: 'Save', exact: true }).click();
};
const saved = (text: string) => page.getByText(text).first().waitFor();
const call = (stage: string, path: string) => ask(`${reach.gatewayUrl}/_aws/execute-api/${api.restApiId}/${stage}${path}`);

describe('the editors of a method, and what they store', () => {
  it('method request: parameters, key and operation name', async () => {
    await openBox('method-request');
    await page.getByLabel('API key required').check();
    await page.getByLabel('Operation name - optional').fill('listPets');
    await page.getByRole('button', { name: 'Add parameter' }).click();
    await page.getByRole('textbox', { name: 'Request parameters Name' }).fill('limit');
    expect(await breaches(page)).toEqual([]);
    await save();
    await saved('The method request of GET was saved');
    expect(await aws.send(new GetMethodCommand(place()))).toMatchObject({
      apiKeyRequired: true,
      operationName: 'listPets',
      requestParameters: { 'method.request.querystring.limit': false },
    });
    await page.getByLabel('API key required').uncheck();
    await save();
    await expect.poll(async () => (await aws.send(new GetMethodCommand(place()))).apiKeyRequired).toBe(false);
  });

  it('a new method whose integration is refused can be mended and saved, though its first half is written', async () => {
    await page.goto(`/console/restapis/${api.restApiId}/resources/${petsId}`);
    await page.getByRole('button', { name: 'Create method' }).first().click();
    const create = dialog(page, /^Create method/);
    await choose(create, 'Method', 'PUT');
    await create.getByLabel('Backend address').fill('no address');
    await create.getByRole('button', { name: 'Create method' }).click();
    await create.getByText(/Invalid HTTP endpoint specified for URI/).waitFor();
    await create.getByLabel('Backend address').fill(`${reach.petstoreUrl}/pets`);
    await create.getByRole('button', { name: 'Create method' }).click();
    await page.waitForURL(/methods\/PUT$/);
    expect((await aws.send(new GetIntegrationCommand({ ...place(), httpMethod: 'PUT' }))).uri).toBe(`${reach.petstoreUrl}/pets`);
    await page.getByRole('button', { name: 'Delete method' }).click();
    await dialog(page, /^Delete PUT/)
      .getByRole('button', { name: 'Delete method' })
      .click();
    await saved('Method PUT /pets was deleted');
  });

  it('integration request: from a mock to HTTP with a mapping and a template, and back to a patch', async () => {
    await openBox('integration-request');
    await page.getByRole('radio', { name: 'HTTP', exact: true }).check();
    await choose(page, 'Backend method', 'GET');
    await page.getByLabel('Backend address').fill(`${reach.petstoreUrl}/pets`);
    await page.getByRole('button', { name: 'Add mapping' }).click();
    await page.getByRole('textbox', { name: 'Parameter mappings To' }).fill('integration.request.querystring.limit');
    await page.getByRole('textbox', { name: 'Parameter mappings From' }).fill('method.request.querystring.limit');
    await save();
    await saved('The integration of GET /pets was saved');
    expect((await aws.send(new GetIntegrationCommand(place()))).requestTemplates ?? {}).toEqual({});
    expect(await aws.send(new GetIntegrationCommand(place()))).toMatchObject({
      type: 'HTTP',
      uri: `${reach.petstoreUrl}/pets`,
      requestParameters: { 'integration.request.querystring.limit': 'method.request.querystring.limit' },
      integrationResponses: { 200: { statusCode: '200' } },
    });
    expect(await breaches(page)).toEqual([]);
    await page.getByLabel('Timeout').fill('3000');
    await save();
    await expect.poll(async () => (await aws.send(new GetIntegrationCommand(place()))).timeoutInMillis).toBe(3_000);
    await shoot(page, 'integration-request');
  });

  it("responses: declares a 404 with a header, and maps the backend's to it", async () => {
    await openBox('method-responses');
    await page.getByRole('button', { name: 'Create response' }).first().click();
    const declare = dialog(page, 'Create method response');
    await declare.getByLabel('Status', { exact: true }).fill('404');
    await declare.getByRole('button', { name: 'Add header' }).click();
    await declare.getByRole('textbox', { name: 'Response headers Header' }).fill('X-Reason');
    await save(declare);
    await saved('Method response 404 was saved');
    await openBox('integration-responses');
    await page.getByRole('button', { name: 'Create response' }).first().click();
    const map = dialog(page, 'Create integration response');
    await choose(map, 'Method response', '404');
    await map.getByLabel('Selection pattern - optional').fill('404');
    await map.getByRole('button', { name: 'Add mapping' }).click();
    await map.getByRole('textbox', { name: 'Header mappings To' }).fill('method.response.header.X-Reason');
    await map.getByRole('textbox', { name: 'Header mappings From' }).fill("'no such pet'");
    expect(await breaches(page)).toEqual([]);
    await save(map);
    await saved('Integration response 404 was saved');
    const { integrationResponses } = await aws.send(new GetIntegrationCommand(place()));
    expect(integrationResponses!['404']).toMatchObject({
      selectionPattern: '404',
      responseParameters: { 'method.response.header.X-Reason': "'no such pet'" },
    });
    await page.getByRole('button', { name: 'Delete response 404' }).click();
    await dialog(page, 'Delete integration response 404?').getByRole('button', { name: 'Delete response' }).click();
    await saved('Integration response 404 was deleted');
  });

  it('CORS: writes what it listed, and a preflight is answered after the deployment', async () => {
    await page.goto(`/console/restapis/${api.restApiId}/resources/${petsId}`);
    await page.getByRole('button', { name: 'More actions for this resource' }).click();
    await page.getByRole('menuitem', { name: 'Enable CORS' }).click();
    const cors = dialog(page, 'Enable CORS on /pets');
    const listed = await cors.locator('ol li').count();
    await cors.getByLabel('Allowed origin').fill('https://pets.example');
    expect(await breaches(page)).toEqual([]);
    await cors.getByRole('button', { name: 'Enable CORS' }).click();
    await saved('CORS was enabled on /pets');
    expect(listed).toBe(6);
    const deploymentId = await deploy(aws, api.restApiId, 'dev');
    await expect.poll(async () => (await call('dev', '/pets')).headers['access-control-allow-origin']).toBe('https://pets.example');
    const preflight = await ask(`${reach.gatewayUrl}/_aws/execute-api/${api.restApiId}/dev/pets`, { method: 'OPTIONS' });
    expect([preflight.status, preflight.headers['access-control-allow-methods'], preflight.headers['access-control-allow-origin']]).toEqual(
      [200, 'GET,OPTIONS', 'https://pets.example'],
    );
    expect(deploymentId).toMatch(/^[a-z0-9]+$/);
  });

  it('deletes a method and a resource after naming what goes', async () => {
    await page.goto(`/console/restapis/${api.restApiId}/resources/${petsId}/methods/OPTIONS`);
    await page.getByRole('button', { name: 'Delete method' }).click();
    await dialog(page, /^Delete OPTIONS/)
      .getByRole('button', { name: 'Delete method' })
      .click();
    await saved('Method OPTIONS /pets was deleted');
    const extraId = await addMethod(aws, api.restApiId, api.rootId, 'extra', { integration: { type: 'MOCK' } });
    await page.goto(`/console/restapis/${api.restApiId}/resources/${extraId}`);
    await page.getByRole('button', { name: 'More actions for this resource' }).click();
    await page.getByRole('menuitem', { name: 'Delete resource' }).click();
    const gone = dialog(page, 'Delete /extra?');
    await gone.getByText('GET /extra').waitFor();
    await gone.getByRole('button', { name: 'Delete resource' }).click();
    await saved('Resource /extra was deleted');
    expect((await aws.send(new GetResourcesCommand({ restApiId: api.restApiId }))).items!.map(({ path }) => path).sort()).toEqual([
      '/',
      '/pets',
    ]);
  });
});

describe('the pages of a stage', () => {
  it('method overrides reach the root, and go again', async () => {
    await page.goto(`/console/restapis/${api.restApiId}/stages/dev?tab=overrides`);
    for (const name of ['GET /', 'GET /pets']) {
      await page.getByRole('button', { name: `Edit the throttle of ${name}`, exact: true }).click();
      await dialog(page, `Throttle of ${name}`).getByLabel('Give this method its own limit').check();
      await dialog(page, `Throttle of ${name}`).getByLabel('Rate', { exact: true }).fill('7.5');
      await save(dialog(page, `Throttle of ${name}`));
      await saved(`The throttle of ${name} was saved`);
    }
    await page.getByRole('row', { name: /^\/ GET 7.5\/s, burst 5000 Overridden/ }).waitFor();
    await page.getByRole('row', { name: /^\/pets GET 7.5\/s, burst 5000 Overridden/ }).waitFor();
    await page.getByRole('button', { name: 'Edit the throttle of GET /', exact: true }).click();
    await dialog(page, 'Throttle of GET /').getByLabel('Give this method its own limit').uncheck();
    await save(dialog(page, 'Throttle of GET /'));
    await page.getByRole('row', { name: /^\/ GET account limits Inherited/ }).waitFor();
    const { methodSettings } = await aws.send(new GetStageCommand({ restApiId: api.restApiId, stageName: 'dev' }));
    expect(Object.entries(methodSettings!).map(([key, { throttlingRateLimit }]) => [key, throttlingRateLimit])).toEqual([
      ['~1pets/GET', 7.5],
    ]);
  });

  it('the access log takes a format, refuses a line without a request id, and switches off', async () => {
    await page.goto(`/console/restapis/${api.restApiId}/stages/dev?tab=logs`);
    await page.getByLabel('Write an access log').check();
    await page.getByLabel('Line').fill('$context.status');
    await save();
    await page.getByText('The line must hold $context.requestId or $context.extendedRequestId.').waitFor();
    await page.getByRole('button', { name: 'Use the CLF form' }).click();
    expect(await breaches(page)).toEqual([]);
    await save();
    await saved('The access log of dev was saved');
    const { accessLogSettings } = await aws.send(new GetStageCommand({ restApiId: api.restApiId, stageName: 'dev' }));
    expect(accessLogSettings).toMatchObject({
      format: expect.stringContaining('$context.requestId'),
      destinationArn: expect.stringMatching(/^arn:aws:logs:/),
    });
    await page.getByLabel('Write an access log').uncheck();
    await save();
    await expect
      .poll(async () => (await aws.send(new GetStageCommand({ restApiId: api.restApiId, stageName: 'dev' }))).accessLogSettings)
      .toBeUndefined();
  });

  it('the history goes back to the first deployment, and the gateway with it', async () => {
    const { items } = await aws.send(new GetDeploymentsCommand({ restApiId: api.restApiId }));
    const first = [...items!].sort((a, b) => a.createdDate!.getTime() - b.createdDate!.getTime())[0]!.id!;
    await page.goto(`/console/restapis/${api.restApiId}/stages/dev?tab=history`);
    await page.getByRole('button', { name: `Make active: deployment ${first}` }).click();
    await dialog(page, /^Serve deployment/)
      .getByRole('button', { name: 'Make active' })
      .click();
    await saved(`dev serves deployment ${first}`);
    await page.getByTestId('served').getByText('Served by 1 of 1 gateway.').first().waitFor();
    expect((await call('dev', '/pets')).headers['access-control-allow-origin']).toBeUndefined();
    expect(await breaches(page)).toEqual([]);
  });

  it('a second stage is made from a deployment, and deleted by its name', async () => {
    await page.goto(`/console/restapis/${api.restApiId}/stages`);
    await page.getByRole('button', { name: 'Create stage' }).click();
    const create = dialog(page, 'Create stage');
    await create.getByLabel('Stage name').fill('beta 1');
    await create.getByLabel('Deployment', { exact: true }).click();
    await page.getByRole('option').first().click();
    await create.getByRole('button', { name: 'Create stage' }).click();
    await create.getByText('Letters, digits, hyphens and underscores, at most 128.').waitFor();
    await create.getByLabel('Stage name').fill('beta');
    await create.getByRole('button', { name: 'Create stage' }).click();
    await page.waitForURL('**/stages/beta');
    await page.getByRole('button', { name: 'Delete stage' }).click();
    const gone = dialog(page, 'Delete stage beta?');
    expect(await gone.getByRole('button', { name: 'Delete stage' }).isDisabled()).toBe(true);
    await gone.getByLabel('To confirm, type beta').fill('beta');
    await gone.getByRole('button', { name: 'Delete stage' }).click();
    await saved('Stage beta was deleted');
    await expect(aws.send(new GetStageCommand({ restApiId: api.restApiId, stageName: 'beta' }))).rejects.toBeInstanceOf(NotFoundException);
  });
});

it('nothing broke in the page, and nothing left the machine', () => {
  expect(watched.broken).toEqual([]);
  expect(watched.outside).toEqual([]);
});
