import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { ask } from '../http.js';
import { launch } from './chromium.js';
import { breaches, choose, dialog, openPage, shoot, signIn, type Watched } from './console-page.js';

const reach = inject('system');
let browser: Browser, owner: Watched;

beforeAll(async () => {
  browser = await launch();
  owner = await openPage(browser, reach);
});
afterAll(async () => {
  await browser?.close();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await shoot(owner.page, `failed-${task.name.replaceAll(/\W+/g, '-')}`);
});

/** What the steps hand on to each other: the story is one, told in order. */
const story = { restApiId: '', keyValue: '', planId: '' };
const callPets = (key: string, path = '/pets') =>
  ask(`${reach.gatewayUrl}/_aws/execute-api/${story.restApiId}/prod${path}`, { headers: key ? { 'x-api-key': key } : {} });

describe('the owner of an API, in the console', () => {
  it('is not let in with a wrong password, and not told which half was wrong', async () => {
    const { page } = owner;
    await page.goto('/console/');
    expect(await page.getByLabel('User name').evaluate(field => field === document.activeElement)).toBe(true);
    await signIn(page, reach.userName, 'not the password');
    await page.getByText('The user name or the password is not right.').waitFor();
    await signIn(page, 'nobody', 'not the password');
    await page.getByText('The user name or the password is not right.').waitFor();
    expect(await breaches(page)).toEqual([]);
    await shoot(page, 'sign-in');
  });

  it('signs in and creates an API', async () => {
    const { page } = owner;
    await signIn(page, reach.userName, reach.password);
    await page.getByRole('heading', { name: /^APIs/ }).waitFor();
    await page.getByRole('link', { name: 'Create API' }).first().click();
    await page.getByRole('button', { name: 'Create API' }).click();
    await page.getByText('Give the API a name.').waitFor();
    await page.getByLabel('API name').fill('Pet store');
    await page.getByLabel('Description - optional').fill('Made in the console');
    await page.getByRole('button', { name: 'Show as command' }).click();
    expect(await page.getByLabel('Command', { exact: true }).textContent()).toContain('aws apigateway create-rest-api');
    expect(await breaches(page)).toEqual([]);
    await page.getByRole('button', { name: 'Create API' }).click();
    await page.waitForURL(/\/console\/restapis\/[a-z0-9]{10}\/resources$/);
    story.restApiId = /restapis\/([a-z0-9]{10})/.exec(page.url())![1]!;
  });

  it('adds /pets and /pets/{petId} with methods', async () => {
    const { page } = owner;
    await addResource('pets');
    await addMethod('GET', 'HTTP proxy', `${reach.petstoreUrl}/pets`, true);
    await page.getByRole('treeitem', { name: '/pets', exact: true }).click();
    await addResource('{petId}');
    await addMethod('GET', 'HTTP proxy', `${reach.petstoreUrl}/pets/{petId}`, false);
    await page
      .getByRole('group', { name: 'Method execution' })
      .getByText('method.request.path.petId'.replace('method.request.', ''))
      .first()
      .waitFor();
    await page.reload();
    await page.getByRole('group', { name: 'Method execution' }).getByText(`${reach.petstoreUrl}/pets/{petId}`).waitFor();
    expect(await breaches(page)).toEqual([]);
    await shoot(page, 'method');
  });

  it('deploys to a new stage, follows it to the gateways and calls it', async () => {
    const { page } = owner;
    await page.getByRole('button', { name: 'Deploy API' }).click();
    const deploy = dialog(page, 'Deploy API');
    await choose(deploy, 'Stage', 'New stage');
    await deploy.getByLabel('Stage name').fill('prod');
    await deploy.getByLabel('Deployment description').fill('first');
    await deploy.getByRole('button', { name: 'Deploy', exact: true }).click();
    await page.getByTestId('deployment-served').getByText('Served by 1 of 1 gateway.').waitFor();
    expect(await dialog(page, 'Deployed to prod').textContent()).toContain(`${story.restApiId}.execute-api.localhost`);
    expect(await breaches(page)).toEqual([]);
    await shoot(page, 'deployed');
    await dialog(page, 'Deployed to prod').getByRole('button', { name: 'Close', exact: true }).click();
    expect((await callPets('', '/pets/1')).status).toBe(200);
    expect((await callPets('')).status).toBe(403);
  });

  it('makes a usage plan with the stage, and a key in it, and calls with the key', async () => {
    const { page } = owner;
    await page.getByRole('link', { name: 'Usage plans', exact: true }).click();
    await page.getByRole('button', { name: 'Create usage plan' }).first().click();
    const plan = dialog(page, 'Create usage plan');
    await plan.getByLabel('Name', { exact: true }).fill('Gold');
    await plan.getByLabel('Quota for each key').check();
    await plan.getByLabel('Requests', { exact: true }).fill('1000');
    await plan.getByRole('button', { name: 'Create usage plan' }).click();
    await page.waitForURL(/\/usageplans\/[a-z0-9]+$/);
    story.planId = page.url().split('/').at(-1)!;
    await page.getByRole('button', { name: 'Add stage' }).first().click();
    await choose(dialog(page, 'Add stage'), 'API', /Pet store/);
    await choose(dialog(page, 'Add stage'), 'Stage', 'prod');
    await dialog(page, 'Add stage').getByRole('button', { name: 'Add stage' }).click();
    await page.getByRole('cell', { name: 'prod', exact: true }).waitFor();
    expect(await breaches(page)).toEqual([]);
    await makeKey();
    expect((await callPets(story.keyValue)).status).toBe(200);
  });

  it('edits the throttle of the stage, and it holds without a deployment', async () => {
    const { page } = owner;
    await page.goto(`/console/restapis/${story.restApiId}/stages/prod?tab=throttling`);
    await page.getByLabel('Throttle this stage').check();
    await page.getByLabel('Rate', { exact: true }).fill('1');
    await page.getByLabel('Burst', { exact: true }).fill('1');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByTestId('served').getByText('Served by 1 of 1 gateway.').first().waitFor();
    expect(await breaches(page)).toEqual([]);
    const statuses = [];
    for (let call = 0; call < 8; call++) statuses.push((await callPets(story.keyValue)).status);
    expect(statuses).toContain(429);
    await page.getByLabel('Rate', { exact: true }).fill('500');
    await page.getByLabel('Burst', { exact: true }).fill('500');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Save', exact: true, disabled: true }).waitFor();
  });

  it('overrides one method, sets variables and reads them back after a reload', async () => {
    const { page } = owner;
    await page.getByRole('tab', { name: 'Method overrides' }).click();
    await page.getByRole('button', { name: 'Edit the throttle of GET /pets', exact: true }).click();
    const edit = dialog(page, 'Throttle of GET /pets');
    await edit.getByLabel('Give this method its own limit').check();
    await edit.getByLabel('Rate', { exact: true }).fill('300');
    await edit.getByLabel('Burst', { exact: true }).fill('300');
    await edit.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('row', { name: /\/pets GET 300\/s, burst 300 Overridden/ }).waitFor();
    expect(await breaches(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Variables' }).click();
    await page.getByRole('button', { name: 'Add variable' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('backend host');
    await page.getByRole('textbox', { name: 'Value', exact: true }).fill('localhost');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Letters, digits and underscores.').waitFor();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('backendHost');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The variables of prod were saved').waitFor();
    await page.reload();
    expect(await page.getByRole('textbox', { name: 'Value', exact: true }).inputValue()).toBe('localhost');
    expect(await breaches(page)).toEqual([]);
    await shoot(page, 'stage-variables');
  });

  it('sees the dashboard move while traffic flows', async () => {
    const { page } = owner;
    await page.goto(`/console/restapis/${story.restApiId}/dashboard?range=15m&stage=prod`);
    const count = async () => Number((await page.getByTestId('total-count').textContent())!.replaceAll(',', ''));
    await page.getByTestId('total-count').waitFor();
    const before = await count();
    for (let call = 0; call < 60; call++) await callPets(story.keyValue, call % 3 === 0 ? '/pets/1' : '/pets');
    await expect.poll(count, { timeout: 30_000, interval: 500 }).toBeGreaterThanOrEqual(before + 60);
    expect(Number(await page.getByTestId('total-error4xx').textContent())).toBeGreaterThanOrEqual(1);
    expect(await page.getByTestId('total-latency').textContent()).toMatch(/ms$/);
    await page.getByRole('row', { name: /GET \/pets\/\{petId\} \d+/ }).waitFor();
    expect(await breaches(page)).toEqual([]);
    await shoot(page, 'dashboard');
  });

  it('reads the usage of the plan, and extends it', async () => {
    const { page } = owner;
    await page.goto(`/console/usageplans/${story.planId}?tab=usage`);
    const used = async () =>
      Number(
        (await page
          .getByRole('row', { name: /^partner/ })
          .getByRole('cell')
          .nth(1)
          .textContent())!.replaceAll(',', ''),
      );
    await page.getByRole('row', { name: /^partner/ }).waitFor();
    await expect.poll(used, { timeout: 15_000 }).toBeGreaterThan(30);
    await page.getByRole('button', { name: 'Extend the quota of partner' }).click();
    await dialog(page, 'Quota of partner').getByLabel('Requests left in this period').fill('5000');
    await dialog(page, 'Quota of partner').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('cell', { name: '5,000', exact: true }).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export CSV' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^usage-.*\.csv$/);
    expect(await breaches(page)).toEqual([]);
  });

  it('is the same in dark mode and on a narrow screen, on every page', async () => {
    const { page } = owner;
    const pages = {
      apis: '/console/restapis',
      resources: `/console/restapis/${story.restApiId}/resources`,
      stage: `/console/restapis/${story.restApiId}/stages/prod`,
      dashboard: `/console/restapis/${story.restApiId}/dashboard`,
      settings: `/console/restapis/${story.restApiId}/settings`,
      plan: `/console/usageplans/${story.planId}`,
      keys: '/console/apikeys',
    };
    await page.getByRole('button', { name: 'Switch to dark mode' }).click();
    for (const [name, address] of Object.entries(pages)) {
      await page.setViewportSize({ width: 1360, height: 900 });
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.waitForLoadState('networkidle');
      expect([name, await breaches(page)]).toEqual([name, []]);
      await shoot(page, `${name}-dark`);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.waitForTimeout(300);
      expect([name, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([name, 390]);
      await shoot(page, `${name}-narrow`);
    }
  });

  it('asked nothing of another machine, and nothing broke', () => {
    expect(owner.outside).toEqual([]);
    expect(owner.broken).toEqual([]);
  });
});

async function addResource(pathPart: string): Promise<void> {
  const { page } = owner;
  await page.getByRole('button', { name: 'Create resource' }).click();
  await dialog(page, 'Create resource').getByRole('textbox').fill(pathPart);
  await dialog(page, 'Create resource').getByRole('button', { name: 'Create resource' }).click();
  await page.waitForURL(/\/resources\/[a-z0-9]+$/);
  await dialog(page, 'Create resource').waitFor({ state: 'detached' });
}

async function addMethod(method: string, type: string, uri: string, withKey: boolean): Promise<void> {
  const { page } = owner;
  await page.getByRole('button', { name: 'Create method' }).first().click();
  const create = dialog(page, /^Create method/);
  await choose(create, 'Method', method);
  await create.getByLabel(type, { exact: true }).check();
  await create.getByLabel('Backend address').fill(uri);
  if (withKey) await create.getByLabel('API key required').check();
  await create.getByRole('button', { name: 'Create method' }).click();
  await page.waitForURL(new RegExp(`/methods/${method}`));
}

async function makeKey(): Promise<void> {
  const { page } = owner;
  await page.getByRole('link', { name: 'API keys', exact: true }).click();
  await page.getByRole('button', { name: 'Create API key' }).first().click();
  await dialog(page, 'Create API key').getByLabel('Name', { exact: true }).fill('partner');
  await dialog(page, 'Create API key').getByRole('button', { name: 'Create API key' }).click();
  await page.waitForURL(/\/apikeys\/[a-z0-9]+$/);
  expect(await page.getByText(/^[A-Za-z0-9]{40}$/).count()).toBe(0);
  await page.getByRole('button', { name: 'Show value' }).click();
  story.keyValue = (await page.getByText(/^[A-Za-z0-9]{40}$/).textContent())!;
  await page.getByRole('button', { name: 'Add to usage plan' }).first().click();
  await choose(dialog(page, 'Add to usage plan'), 'Usage plan', /Gold/);
  await dialog(page, 'Add to usage plan').getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByTestId('served').getByText('Served by 1 of 1 gateway.').first().waitFor();
  expect(await breaches(page)).toEqual([]);
  await shoot(page, 'api-key');
}
