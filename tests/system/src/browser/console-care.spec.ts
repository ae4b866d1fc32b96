import {
  DeleteRestApiCommand,
  GetRestApisCommand,
  GetStageCommand,
  UpdateStageCommand,
  type APIGatewayClient,
} from '@aws-sdk/client-api-gateway';
import { execFileSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { addMethod, client, deploy, newApi, type PetApi } from '../pet-api.js';
import { program } from '../programs.js';
import { launch } from './chromium.js';
import { dialog, openPage, shoot, signIn, type Watched } from './console-page.js';

const reach = inject('system');
let browser: Browser, aws: APIGatewayClient, api: PetApi, watched: Watched, page: Page;

beforeAll(async () => {
  aws = client(reach);
  api = await newApi(aws, 'care');
  await addMethod(aws, api.restApiId, api.rootId, 'ping', { integration: { type: 'MOCK' } });
  await deploy(aws, api.restApiId, 'prod');
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await shoot(page, `failed-${task.name.replaceAll(/\W+/g, '-')}`);
});
beforeEach(async () => {
  await watched?.context.close();
  watched = await openPage(browser, reach);
  page = watched.page;
  await page.goto('/console/restapis');
  await signIn(page, reach.userName, reach.password);
  await page.getByRole('heading', { name: /^APIs/ }).waitFor();
});

const stagePage = (tab: string) => `/console/restapis/${api.restApiId}/stages/prod?tab=${tab}`;
const stage = () => aws.send(new GetStageCommand({ restApiId: api.restApiId, stageName: 'prod' }));
const save = () => page.getByRole('button', { name: 'Save', exact: true });

describe('faults are told apart, and none looks like an empty list', () => {
  it.each([
    [403, 'You are not allowed to do this'],
    [404, 'This does not exist (any more)'],
    [429, 'Too many requests'],
    [500, 'The management API failed'],
    [503, 'The management API failed'],
  ])('a %i', async (status, header) => {
    await page.route('**/apikeys?*', route =>
      route.fulfill({
        status,
        headers: { 'content-type': 'application/json', 'x-amzn-requestid': 'r-7' },
        body: '{"message":"the server\'s own words"}',
      }),
    );
    await page.getByRole('link', { name: 'API keys', exact: true }).click();
    await page.getByText(header).waitFor();
    await page.getByText("the server's own words").waitFor();
    expect(await page.getByText('No API keys yet').count()).toBe(0);
  });

  it('a lost network; and the page comes back by itself when asked again', async () => {
    await page.route('**/apikeys?*', route => route.abort());
    await page.getByRole('link', { name: 'API keys', exact: true }).click();
    await page.getByText('The management API cannot be reached').waitFor();
    expect(await page.getByText('No API keys yet').count()).toBe(0);
    await page.unroute('**/apikeys?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('The management API cannot be reached').waitFor({ state: 'detached' });
  });

  it('an address with broken parameters still shows its list', async () => {
    await page.goto('/console/restapis?page=-7&q=%zz&page=NaN&__proto__=x&unknown[]=1');
    await page.getByRole('heading', { name: /^APIs/ }).waitFor();
    await page.goto('/console/restapis?page=99999');
    await page.getByRole('link', { name: 'care' }).first().waitFor();
    expect(watched.broken).toEqual([]);
  });
});

describe('nothing typed is lost', () => {
  it('leaving a page with changes asks first, by a link and by the back button', async () => {
    await page.goto(`/console/restapis/${api.restApiId}/stages`);
    await page.getByRole('link', { name: 'prod', exact: true }).click();
    await page.getByLabel('Description - optional').fill('half a thought');
    await page.getByRole('link', { name: 'API keys', exact: true }).click();
    await dialog(page, 'Leave without saving?').getByRole('button', { name: 'Stay', exact: true }).click();
    expect(await page.getByLabel('Description - optional').inputValue()).toBe('half a thought');
    await page.goBack();
    await dialog(page, 'Leave without saving?').getByRole('button', { name: 'Stay', exact: true }).click();
    expect(await page.getByLabel('Description - optional').inputValue()).toBe('half a thought');
    await page.getByRole('link', { name: 'API keys', exact: true }).click();
    await dialog(page, 'Leave without saving?').getByRole('button', { name: 'Leave', exact: true }).click();
    await page.waitForURL('**/apikeys');
  });

  it('Escape does not throw a half-filled dialog away', async () => {
    await page.goto('/console/usageplans');
    await page.getByRole('button', { name: 'Create usage plan' }).first().click();
    const plan = dialog(page, 'Create usage plan');
    await plan.getByLabel('Name', { exact: true }).fill('half a plan');
    await page.keyboard.press('Escape');
    await plan.getByText('Close without saving?').waitFor();
    await plan.getByRole('button', { name: 'Keep editing' }).click();
    expect(await plan.getByLabel('Name', { exact: true }).inputValue()).toBe('half a plan');
  });

  it("a refused save keeps the form and shows the server's sentence at the field", async () => {
    await page.goto(`/console/restapis/${api.restApiId}/resources`);
    await page.getByRole('button', { name: 'Create resource' }).click();
    const create = dialog(page, 'Create resource');
    await create.getByRole('textbox').fill('pi ng');
    await create.getByRole('button', { name: 'Create resource' }).click();
    await create
      .getByText(/path part/i)
      .first()
      .waitFor();
    expect(await create.getByRole('textbox').inputValue()).toBe('pi ng');
    expect(await create.getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
  });

  it('a session that ends over a form asks for the password, and the form is still there', async () => {
    await page.goto(stagePage('details'));
    await page.getByLabel('Description - optional').fill('typed before the end');
    await watched.context.clearCookies();
    await save().click();
    const ended = dialog(page, 'Your session has ended');
    await ended.getByLabel('Password').fill(reach.password);
    await ended.getByRole('button', { name: 'Sign in' }).click();
    await ended.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Description - optional').inputValue()).toBe('typed before the end');
    await save().click();
    await page.getByText('Stage prod was saved').waitFor();
    expect((await stage()).description).toBe('typed before the end');
  });

  it('a concurrent edit is refused, both versions are shown, and the person decides', async () => {
    await page.goto(stagePage('details'));
    await page.getByLabel('Description - optional').fill('mine');
    await aws.send(
      new UpdateStageCommand({
        restApiId: api.restApiId,
        stageName: 'prod',
        patchOperations: [{ op: 'replace', path: '/description', value: 'theirs' }],
      }),
    );
    await save().click();
    await page.getByText('Somebody else saved this while you were editing').waitFor();
    await page.getByRole('row', { name: 'description theirs mine' }).waitFor();
    expect((await stage()).description).toBe('theirs');
    expect(await page.getByLabel('Description - optional').inputValue()).toBe('mine');
    await page.getByRole('button', { name: 'Save mine over it' }).click();
    await page.getByText('Stage prod was saved').waitFor();
    expect((await stage()).description).toBe('mine');
  });

  it('an edit of something else on the same stage is no conflict: both are kept', async () => {
    await page.goto(stagePage('details'));
    await page.getByLabel('Description - optional').fill('beside it');
    const patchOperations = [{ op: 'replace' as const, path: '/variables/beside', value: '1' }];
    await aws.send(new UpdateStageCommand({ restApiId: api.restApiId, stageName: 'prod', patchOperations }));
    await save().click();
    await page.getByText('Stage prod was saved').waitFor();
    expect(await stage()).toMatchObject({ description: 'beside it', variables: { beside: '1' } });
  });
});

describe('what is shown is what is stored', () => {
  it('a name with markup, slashes and blanks is shown as typed, and never run', async () => {
    const name = ' <img src=x onerror="document.title=\'run\'">: a/b 😀';
    await page.goto('/console/restapis/create');
    await page.getByLabel('API name').fill(name);
    await page.getByRole('button', { name: 'Create API' }).click();
    await page.waitForURL(/\/resources$/);
    const id = /restapis\/([a-z0-9]+)/.exec(page.url())![1]!;
    await page.goto('/console/restapis?q=onerror');
    expect(await page.getByRole('link', { name: /onerror/ }).textContent()).toBe(name);
    const { items } = await aws.send(new GetRestApisCommand({ limit: 500 }));
    expect(items!.find(each => each.id === id)!.name).toBe(name);
    expect(await page.title()).not.toBe('run');
    await aws.send(new DeleteRestApiCommand({ restApiId: id }));
  });

  it('opening a form and saving nothing leaves the row as it was: the button is off', async () => {
    for (const tab of ['details', 'throttling', 'variables', 'logs']) {
      await page.goto(stagePage(tab));
      await save().waitFor();
      expect([tab, await save().isDisabled()]).toEqual([tab, true]);
    }
  });

  it('a shown command does what the button would', async () => {
    await page.goto(stagePage('variables'));
    await page.getByRole('button', { name: 'Add variable' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).last().fill('fromScript');
    await page.getByRole('textbox', { name: 'Value', exact: true }).last().fill('one/two');
    await page.getByRole('button', { name: 'Show as command' }).click();
    const command = (await page.getByLabel('Command', { exact: true }).textContent())!;
    program('aws', 'awscli');
    execFileSync('bash', ['-c', command], {
      env: {
        ...process.env,
        AWS_SHARED_CREDENTIALS_FILE: reach.credentialsFile,
        AWS_PROFILE: 'gatehouse',
        AWS_DEFAULT_REGION: reach.region,
        AWS_PAGER: '',
      },
    });
    expect((await stage()).variables).toMatchObject({ fromScript: 'one/two' });
  });
});

describe('the tree of resources', () => {
  it('unfolds 1,500 methods in under a second, and the keyboard moves through it', async () => {
    const resources = [
      { id: 'root', path: '/' },
      ...Array.from({ length: 500 }, (_, index) => ({
        id: `r${index}`,
        parentId: 'root',
        pathPart: `path-${index}`,
        path: `/path-${index}`,
        resourceMethods: Object.fromEntries(
          ['DELETE', 'GET', 'POST'].map(httpMethod => [httpMethod, { httpMethod, authorizationType: 'NONE', apiKeyRequired: false }]),
        ),
      })),
    ];
    await page.route('**/resources?*', route =>
      route.fulfill({ contentType: 'application/json', body: JSON.stringify({ item: resources }) }),
    );
    await page.goto(`/console/restapis/${api.restApiId}/resources`);
    await page.getByRole('button', { name: 'Collapse all' }).click();
    expect(await page.getByRole('treeitem').count()).toBe(501);
    const tookMs = await page.getByRole('button', { name: 'Expand all' }).evaluate(async (button: HTMLElement) => {
      const start = performance.now();
      button.click();
      while (document.querySelectorAll('[role=treeitem]').length < 2_001) await new Promise(requestAnimationFrame);
      return performance.now() - start;
    });
    expect(tookMs).toBeLessThan(1_000);
    await page.getByRole('tree').focus();
    for (const key of ['End', 'ArrowUp', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
    expect(await page.getByRole('treeitem', { name: '/path-499', exact: true }).getAttribute('aria-expanded')).toBe('false');
    for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await page.waitForURL(/\/resources\/r499\/methods\/DELETE$/);
    await page.getByLabel('Find by path or method').fill('post /path-42');
    await expect.poll(() => page.getByRole('treeitem', { name: /^POST/ }).count()).toBe(11);
  });
});

describe('a list of 1,000 APIs', () => {
  it('is there in a second, searches, pages, and is found again by its address', async () => {
    const apis = Array.from({ length: 1_000 }, (_, index) => ({
      id: `id${index}`,
      name: `api ${index}`,
      createdDate: 1_795_000_000 + index,
    }));
    await page.route(
      url => url.pathname === '/restapis',
      route => route.fulfill({ contentType: 'application/json', body: JSON.stringify({ item: apis }) }),
    );
    await page.route('**/deployments?*', route => route.fulfill({ contentType: 'application/json', body: '{"item":[]}' }));
    await page.getByRole('link', { name: 'API keys', exact: true }).click();
    await page.getByRole('heading', { name: /^API keys/ }).waitFor();
    await page.waitForTimeout(2_100); // Until then the list of the sign-in is fresh and is not asked for again.
    const start = Date.now();
    await page.getByRole('link', { name: 'APIs', exact: true }).first().click();
    await page.getByText('(1000)').waitFor();
    await page.getByRole('link', { name: 'api 24', exact: true }).waitFor();
    expect(Date.now() - start).toBeLessThan(1_000);
    await page.getByRole('button', { name: 'Next page' }).click();
    await page.getByRole('link', { name: 'api 49', exact: true }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'api 49', exact: true }).waitFor();
    await page.getByRole('searchbox').fill('ID777');
    await page.getByRole('link', { name: 'api 777', exact: true }).click();
    await page.waitForURL('**/restapis/id777/resources');
    await page.goBack();
    await page.getByText('1 match').first().waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('ID777');
  });
});
