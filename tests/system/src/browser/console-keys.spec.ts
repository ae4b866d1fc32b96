import {
  CreateUsagePlanCommand,
  GetApiKeysCommand,
  GetRestApiCommand,
  GetUsagePlanCommand,
  NotFoundException,
  type APIGatewayClient,
} from '@aws-sdk/client-api-gateway';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { ask } from '../http.js';
import { addMethod, client, deploy, newApi, type PetApi } from '../pet-api.js';
import { launch } from './chromium.js';
import { breaches, dialog, openPage, shoot, signIn, type Watched } from './console-page.js';

const reach = inject('system');
let browser: Browser, aws: APIGatewayClient, api: PetApi, watched: Watched, page: Page;

beforeAll(async () => {
  aws = client(reach);
  api = await newApi(aws, 'keys');
  await addMethod(aws, api.restApiId, api.rootId, 'pets', { integration: { type: 'MOCK' } });
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

const save = async (within: Page | ReturnType<typeof dialog> = page) => {
  await within.getByRole('button', { name: 'Save', exact: true }).click();
};
const saved = (text: string) => page.getByText(text).first().waitFor();
const call = (stage: string, path: string) => ask(`${reach.gatewayUrl}/_aws/execute-api/${api.restApiId}/${stage}${path}`);

describe('keys, plans and the API itself', () => {
  it('a plan gets method throttles by the deployed methods, loses its quota and is deleted with its stage', async () => {
    const { id } = await aws.send(
      new CreateUsagePlanCommand({
        name: 'Silver',
        quota: { limit: 5, period: 'WEEK', offset: 2 },
        apiStages: [{ apiId: api.restApiId, stage: 'dev' }],
      }),
    );
    await page.goto(`/console/usageplans/${id}`);
    await page.getByRole('button', { name: 'Method throttles of dev' }).click();
    const limits = dialog(page, 'Method throttles on dev');
    await limits.getByRole('button', { name: 'Add method' }).click();
    await limits.getByText('Choose a method').click();
    await page.getByRole('option', { name: 'GET /pets' }).click();
    expect(await breaches(page)).toEqual([]);
    await save(limits);
    await saved('The method throttles of Silver were saved');
    expect((await aws.send(new GetUsagePlanCommand({ usagePlanId: id }))).apiStages![0]!.throttle).toEqual({
      '/pets/GET': { rateLimit: 10, burstLimit: 20 },
    });
    await page.getByRole('tab', { name: 'Settings' }).click();
    expect(await page.getByLabel('Offset in days').inputValue()).toBe('2');
    await page.getByLabel('Quota for each key').uncheck();
    await save();
    await saved('Usage plan Silver was saved');
    expect((await aws.send(new GetUsagePlanCommand({ usagePlanId: id }))).quota).toBeUndefined();
    await page.getByRole('button', { name: 'Delete usage plan' }).click();
    await dialog(page, 'Delete usage plan Silver?').getByText(`Stages taken out first: ${api.restApiId}:dev.`).waitFor();
    await dialog(page, 'Delete usage plan Silver?').getByRole('button', { name: 'Delete usage plan' }).click();
    await saved('Usage plan Silver was deleted');
  });

  it('keys are imported from CSV after their lines were looked over', async () => {
    await page.goto('/console/apikeys');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    const dialogue = dialog(page, 'Import API keys');
    const csv = (lines: readonly string[]) => ({
      name: 'keys.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['name,key,description,enabled', ...lines].join('\n')),
    });
    await dialogue.locator('input[type=file]').setInputFiles(csv(['a,short,,true']));
    await dialogue.getByText('Line 2: a key has from 20 to 128 characters, this one 5.').waitFor();
    await dialogue
      .locator('input[type=file]')
      .setInputFiles(
        csv([
          'imported-a,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,first,true',
          'imported-b,bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb,second,false',
        ]),
      );
    await dialogue.getByText('Nothing looks wrong with the file.').waitFor();
    expect(await breaches(page)).toEqual([]);
    await dialogue.getByRole('button', { name: 'Import', exact: true }).click();
    await dialog(page, 'Import finished').getByText('2 keys were imported.').waitFor();
    await dialog(page, 'Import finished').getByRole('button', { name: 'Close', exact: true }).click();
    const { items } = await aws.send(new GetApiKeysCommand({ nameQuery: 'imported-', includeValues: true, limit: 500 }));
    expect(items!.map(({ name, enabled, value }) => [name, enabled, value!.slice(0, 2)]).sort()).toEqual([
      ['imported-a', true, 'aa'],
      ['imported-b', false, 'bb'],
    ]);
    await page.getByRole('link', { name: 'imported-b' }).click();
    await page.getByLabel('Enabled', { exact: true }).check();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await saved('API key imported-b was saved');
    await page.getByRole('button', { name: 'Delete API key' }).click();
    await dialog(page, /^Delete API key/)
      .getByRole('button', { name: 'Delete API key' })
      .click();
    await saved('API key imported-b was deleted');
  });

  it('an API is renamed, and deleted after its stages were named', async () => {
    await page.goto(`/console/restapis/${api.restApiId}/settings`);
    await page.getByLabel('API name').fill('keys, renamed');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await saved('API keys, renamed was saved');
    expect((await aws.send(new GetRestApiCommand({ restApiId: api.restApiId }))).name).toBe('keys, renamed');
    await page.getByRole('button', { name: 'Delete API' }).click();
    const gone = dialog(page, /^Delete API keys/);
    await gone.getByText('Stage dev: every call to it will be refused.').waitFor();
    await gone.getByLabel('To confirm, type keys, renamed').fill('keys, renamed');
    await gone.getByRole('button', { name: 'Delete API' }).click();
    await saved('API keys, renamed was deleted');
    await expect(aws.send(new GetRestApiCommand({ restApiId: api.restApiId }))).rejects.toBeInstanceOf(NotFoundException);
    await expect.poll(async () => (await call('dev', '/pets')).status).toBe(403);
  });

  it('nothing broke in the page, and nothing left the machine', () => {
    expect(watched.broken).toEqual([]);
    expect(watched.outside).toEqual([]);
  });
});
