import {
  CreateAuthorizerCommand,
  GetAuthorizersCommand,
  GetDocumentationPartsCommand,
  GetDocumentationVersionsCommand,
  GetGatewayResponseCommand,
  GetMethodCommand,
  GetModelCommand,
  GetModelsCommand,
  GetRequestValidatorsCommand,
  GetStageCommand,
  type APIGatewayClient,
} from '@aws-sdk/client-api-gateway';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { addMethod, client, deploy, newApi, type PetApi } from '../pet-api.js';
import { launch } from './chromium.js';
import { breaches, choose, dialog, openPage, shoot, shootAll, signIn, type Watched } from './console-page.js';

const reach = inject('system');
const pool = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_abc';
let browser: Browser, aws: APIGatewayClient, api: PetApi, watched: Watched, page: Page, petsId: string;

beforeAll(async () => {
  aws = client(reach);
  api = await newApi(aws, 'parts');
  petsId = await addMethod(aws, api.restApiId, api.rootId, 'pets', { httpMethod: 'POST', integration: { type: 'MOCK' } });
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

const saved = (text: string) => page.getByText(text).first().waitFor();
const open = (part: string) => page.goto(`/console/restapis/${api.restApiId}/${part}`);
/** Puts a text into a code editor, in place of what it holds. */
async function write(within: Page | ReturnType<typeof dialog>, label: string, text: string): Promise<void> {
  await within.getByRole('textbox', { name: label, exact: true }).last().focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}
const place = () => ({ restApiId: api.restApiId, resourceId: petsId, httpMethod: 'POST' });

describe('models and validators', () => {
  it('a schema that is no JSON is told at its field; a good one becomes a model with a template', async () => {
    await open('models');
    await page.getByRole('link', { name: 'Empty' }).waitFor();
    await page.getByRole('button', { name: 'Create model' }).first().click();
    const create = dialog(page, 'Create model');
    await create.getByLabel('Name', { exact: true }).fill('Pet');
    await write(create, 'Schema', '{"type":');
    await create.getByRole('button', { name: 'Create model' }).click();
    await create.getByText(/This is no valid JSON/).waitFor();
    await write(create, 'Schema', '{"type":"object","required":["name"],"properties":{"name":{"type":"string"}}}');
    expect(await breaches(page)).toEqual([]);
    await create.getByRole('button', { name: 'Create model' }).click();
    await page.waitForURL(/\/models\/Pet$/);
    await page.getByText('Mapping template', { exact: true }).click();
    await page.getByLabel('Template', { exact: true }).waitFor();
    expect(await page.getByLabel('Template', { exact: true }).textContent()).toContain('$input.path');
    expect(await breaches(page)).toEqual([]);
    await shootAll(page, 'model');
    await page.getByLabel('Description - optional').fill('A cat or a dog');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await saved('Model Pet was saved');
    expect((await aws.send(new GetModelCommand({ restApiId: api.restApiId, modelName: 'Pet' }))).description).toBe('A cat or a dog');
  });

  it('a method checks its body with a validator that is made on the spot', async () => {
    await open(`resources/${petsId}/methods/POST?box=method-request`);
    await page.getByRole('button', { name: 'Create request validator' }).click();
    const create = dialog(page, 'Create request validator');
    await create.getByLabel('Name', { exact: true }).fill('bodies');
    await create.getByRole('button', { name: 'Create request validator' }).click();
    await create.getByText('Choose what it checks.').waitFor();
    await create.getByLabel('Body').check();
    await create.getByRole('button', { name: 'Create request validator' }).click();
    await page.getByText('The validator checks bodies, but no model is named: any body passes.').waitFor();
    await page.getByRole('button', { name: 'Add model' }).click();
    await page.getByText('Choose a model').click();
    await page.getByRole('option', { name: /^Pet/ }).click();
    await page.evaluate(() => window.scrollTo(0, 0));
    expect(await breaches(page)).toEqual([]);
    await shoot(page, 'method-request');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await saved('The method request of POST was saved');
    const [validator] = (await aws.send(new GetRequestValidatorsCommand({ restApiId: api.restApiId }))).items!;
    expect(validator).toMatchObject({ name: 'bodies', validateRequestBody: true, validateRequestParameters: false });
    expect(await aws.send(new GetMethodCommand(place()))).toMatchObject({
      requestValidatorId: validator!.id,
      requestModels: { 'application/json': 'Pet' },
    });
  });

  it('what is in use is not deleted, and the refusal is shown', async () => {
    await open('models/Pet');
    await page.getByRole('button', { name: 'Delete model' }).click();
    const gone = dialog(page, 'Delete model Pet?');
    await gone.getByRole('button', { name: 'Delete model' }).click();
    await gone.getByText(/Cannot delete model 'Pet'/).waitFor();
    await gone.getByRole('button', { name: 'Cancel' }).click();
    await open('models');
    await page.getByRole('button', { name: 'Delete bodies' }).click();
    await dialog(page, 'Delete request validator bodies?').getByRole('button', { name: 'Delete request validator' }).click();
    await page.locator('[data-fault]').getByText(/bodies|validator/i).first().waitFor();
    expect((await aws.send(new GetModelsCommand({ restApiId: api.restApiId }))).items!.map(({ name }) => name)).toContain('Pet');
  });
});

describe('authorizers', () => {
  it('a Lambda authorizer is made; a test without its token is a refusal, one with it says why it fails', async () => {
    await open('authorizers');
    await page.getByText('No authorizers yet').waitFor();
    await page.getByRole('button', { name: 'Create authorizer' }).first().click();
    const create = dialog(page, 'Create authorizer');
    await create.getByLabel('Name', { exact: true }).fill('gate');
    await create.getByRole('button', { name: 'Create authorizer' }).click();
    await create.getByText('The URI of a Lambda function.').waitFor();
    await create
      .getByLabel('Lambda function')
      .fill('arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:gate/invocations');
    expect(await breaches(page)).toEqual([]);
    await shoot(page, 'authorizer-create');
    await create.getByRole('button', { name: 'Create authorizer' }).click();
    await page.waitForURL(/\/authorizers\/[a-z0-9]+$/);
    await page.getByRole('button', { name: 'Test authorizer' }).click();
    await page.getByText('401: a caller without this identity is refused').waitFor();
    await page.getByLabel('method.request.header.Authorization').fill('Bearer x');
    await page.getByRole('button', { name: 'Test authorizer' }).click();
    await page.getByText('500: the authorizer could not be asked').waitFor();
    expect(await page.getByLabel('Log', { exact: true }).textContent()).toContain('AuthorizerConfigurationException');
    expect(await breaches(page)).toEqual([]);
    await shootAll(page, 'authorizer', () => page.getByLabel('Log', { exact: true }).scrollIntoViewIfNeeded());
    await page.getByLabel('Keep a decision for').fill('60');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await saved('Authorizer gate was saved');
    const { items } = await aws.send(new GetAuthorizersCommand({ restApiId: api.restApiId }));
    expect(items).toMatchObject([{ name: 'gate', type: 'TOKEN', authorizerResultTtlInSeconds: 60 }]);
  });

  it('a method chooses a user pool with scopes, and lets it go again', async () => {
    await aws.send(new CreateAuthorizerCommand({ restApiId: api.restApiId, name: 'people', type: 'COGNITO_USER_POOLS', providerARNs: [pool], identitySource: 'method.request.header.Authorization' }));
    await open(`resources/${petsId}/methods/POST?box=method-request`);
    await page.getByLabel('Authorization', { exact: true }).click();
    await page.getByRole('option', { name: /^people/ }).click();
    await page.getByLabel('Scope', { exact: true }).fill('pets/write');
    await page.getByRole('button', { name: 'Add scope' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await saved('The method request of POST was saved');
    expect(await aws.send(new GetMethodCommand(place()))).toMatchObject({ authorizationType: 'COGNITO_USER_POOLS', authorizationScopes: ['pets/write'] });
    await page.getByLabel('Authorization', { exact: true }).click();
    await page.getByRole('option', { name: /^NONE/ }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(async () => (await aws.send(new GetMethodCommand(place()))).authorizationType).toBe('NONE');
    expect((await aws.send(new GetMethodCommand(place()))).authorizerId).toBeUndefined();
  });
});

describe('gateway responses', () => {
  it('all 21 are there; one gets a wording of its own and is reset', async () => {
    await open('gatewayresponses');
    await page.getByRole('heading', { name: 'Gateway responses (21)' }).waitFor();
    expect(await breaches(page)).toEqual([]);
    await shootAll(page, 'gateway-responses');
    await page.getByRole('button', { name: 'Edit THROTTLED' }).click();
    const edit = dialog(page, 'Gateway response THROTTLED');
    await edit.getByLabel('Status').fill('503');
    await edit.getByRole('button', { name: 'Add header' }).click();
    await edit.getByRole('textbox', { name: 'Headers To' }).fill('gatewayresponse.header.Retry-After');
    await edit.getByRole('textbox', { name: 'Headers From' }).fill("'1'");
    expect(await breaches(page)).toEqual([]);
    await edit.getByRole('button', { name: 'Save', exact: true }).click();
    await saved('Gateway response THROTTLED was saved');
    const one = () => aws.send(new GetGatewayResponseCommand({ restApiId: api.restApiId, responseType: 'THROTTLED' }));
    expect(await one()).toMatchObject({ statusCode: '503', defaultResponse: false, responseParameters: { 'gatewayresponse.header.Retry-After': "'1'" } });
    await page.getByRole('button', { name: 'Reset THROTTLED' }).click();
    await dialog(page, 'Reset THROTTLED?').getByRole('button', { name: 'Reset to default' }).click();
    await saved('Gateway response THROTTLED is the default again');
    expect(await one()).toMatchObject({ statusCode: '429', defaultResponse: true });
  });

  it('one click lets browsers read refusals', async () => {
    await page.getByRole('button', { name: 'Add CORS headers' }).click();
    await dialog(page, /^Add CORS headers/).getByRole('button', { name: 'Add CORS headers' }).click();
    await saved("Browsers may read the gateway's own answers");
    for (const responseType of ['DEFAULT_4XX', 'DEFAULT_5XX'] as const) {
      const { responseParameters } = await aws.send(new GetGatewayResponseCommand({ restApiId: api.restApiId, responseType }));
      expect(responseParameters).toEqual({ 'gatewayresponse.header.Access-Control-Allow-Origin': "'*'" });
    }
    expect(await page.getByRole('button', { name: 'Add CORS headers' }).isDisabled()).toBe(true);
  });
});

describe('documentation', () => {
  it('a part is written, published to a stage, and kept while the stage shows it', async () => {
    await open('documentation');
    await page.getByText('Nothing is documented yet').waitFor();
    await page.getByRole('button', { name: 'Create documentation part' }).first().click();
    const create = dialog(page, 'Create documentation part');
    await choose(create, 'Type', 'METHOD');
    await choose(create, 'Path', '/pets');
    await write(create, 'Properties', '{"description":"Adds a pet"}');
    expect(await breaches(page)).toEqual([]);
    await create.getByRole('button', { name: 'Create documentation part' }).click();
    await page.getByRole('cell', { name: 'Adds a pet' }).waitFor();
    const parts = async () => (await aws.send(new GetDocumentationPartsCommand({ restApiId: api.restApiId }))).items!;
    expect(await parts()).toMatchObject([{ location: { type: 'METHOD', path: '/pets', method: '*' }, properties: '{"description":"Adds a pet"}' }]);
    await page.getByRole('button', { name: /^Edit METHOD/ }).click();
    const edit = dialog(page, /^METHOD/);
    await write(edit, 'Properties', '{"description":"Adds one pet"}');
    await edit.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('cell', { name: 'Adds one pet' }).waitFor();
    await page.getByRole('button', { name: 'Publish documentation' }).first().click();
    const publish = dialog(page, 'Publish documentation');
    await publish.getByLabel('Version').fill('1.0');
    await choose(publish, 'Stage that shows it', 'dev');
    await publish.getByRole('button', { name: 'Publish', exact: true }).click();
    await saved('Documentation version 1.0 was published');
    expect((await aws.send(new GetStageCommand({ restApiId: api.restApiId, stageName: 'dev' }))).documentationVersion).toBe('1.0');
    await page.getByRole('row', { name: /^1\.0/ }).getByText('dev').waitFor();
    expect(await breaches(page)).toEqual([]);
    await shootAll(page, 'documentation');
    await page.getByRole('button', { name: 'Delete version 1.0' }).click();
    await dialog(page, 'Delete version 1.0?').getByText('Stages show it: dev.').waitFor();
    expect(await dialog(page, 'Delete version 1.0?').getByRole('button', { name: 'Delete version' }).isDisabled()).toBe(true);
    expect((await aws.send(new GetDocumentationVersionsCommand({ restApiId: api.restApiId }))).items!.map(({ version }) => version)).toEqual(['1.0']);
  });

  it('parts come out of an OpenAPI file; one without any is refused in words', async () => {
    await dialog(page, 'Delete version 1.0?').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    const take = dialog(page, 'Import documentation');
    const file = (text: string) => ({ name: 'api.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await take.locator('input[type=file]').setInputFiles(file('no document'));
    await take.getByRole('button', { name: 'Import', exact: true }).click();
    await take.getByText(/Unable to build importer|Invalid OpenAPI input/).waitFor();
    const documentationParts = [{ location: { type: 'API' }, properties: { description: 'Of cats and dogs' } }];
    const document = { openapi: '3.0.1', info: { title: 't', version: '1' }, paths: {}, 'x-amazon-apigateway-documentation': { version: '1', documentationParts } };
    await take.locator('input[type=file]').setInputFiles(file(JSON.stringify(document)));
    expect(await breaches(page)).toEqual([]);
    await take.getByRole('button', { name: 'Import', exact: true }).click();
    await dialog(page, 'Import finished').getByText('1 part was imported.').waitFor();
    await dialog(page, 'Import finished').getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('cell', { name: 'Of cats and dogs' }).waitFor();
    await page.getByRole('cell', { name: 'Adds one pet' }).waitFor();
  });

  it('nothing broke in the page, and nothing left the machine', () => {
    expect(watched.broken).toEqual([]);
    expect(watched.outside).toEqual([]);
  });
});
