import {
  GetBasePathMappingsCommand,
  GetClientCertificatesCommand,
  GetDomainNameCommand,
  GetIntegrationCommand,
  GetStageCommand,
  GetVpcLinksCommand,
  NotFoundException,
  type APIGatewayClient,
} from '@aws-sdk/client-api-gateway';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { ask } from '../http.js';
import { addMethod, client, deploy, newApi, type PetApi } from '../pet-api.js';
import { launch } from './chromium.js';
import { breaches, choose, dialog, openPage, shoot, shootAll, signIn, type Watched } from './console-page.js';

const reach = inject('system');
const domainName = 'console.example.com';
let browser: Browser, aws: APIGatewayClient, api: PetApi, watched: Watched, page: Page, certificateId: string;

beforeAll(async () => {
  aws = client(reach);
  api = await newApi(aws, 'account');
  await addMethod(aws, api.restApiId, api.rootId, 'word', { integration: { type: 'MOCK' }, responseTemplate: 'served' });
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
const call = async (path: string) => {
  const { status, body } = await ask(`${reach.gatewayUrl}${path}`, { host: domainName });
  return status === 200 ? body : `${status}`;
};

describe('custom domain names', () => {
  it('a domain is made, mapped, and called as the page says', async () => {
    await page.getByRole('link', { name: 'Custom domain names' }).click();
    await page.getByRole('button', { name: 'Create domain name' }).first().click();
    const create = dialog(page, 'Create domain name');
    await create.getByLabel('Domain name', { exact: true }).fill('localhost');
    await create.getByRole('button', { name: 'Create domain name' }).click();
    await create.getByText('A host name, such as api.example.com or *.example.com.').waitFor();
    await create.getByLabel('Domain name', { exact: true }).fill(domainName);
    expect(await breaches(page)).toEqual([]);
    await create.getByRole('button', { name: 'Create domain name' }).click();
    await page.waitForURL(`**/domainnames/${domainName}`);
    await page.reload();
    await page.getByText('No mappings').waitFor();
    await page.getByRole('button', { name: 'Add mapping' }).first().click();
    const add = dialog(page, 'Add mapping');
    await add.getByLabel('Base path - optional').fill('v1');
    await choose(add, 'API', 'account');
    await choose(add, 'Stage', 'dev');
    await add.getByRole('button', { name: 'Add mapping' }).click();
    await saved(`${domainName}/v1 leads to its API`);
    await page.getByText(`curl -i -H 'Host: ${domainName}' '${reach.gatewayUrl.replace('127.0.0.1', 'localhost')}/v1/word'`).or(page.getByText(`curl -i -H 'Host: ${domainName}' '${reach.gatewayUrl}/v1/word'`)).waitFor();
    await expect.poll(() => call('/v1/word')).toBe('served');
    expect(await breaches(page)).toEqual([]);
    await shootAll(page, 'domain');
  });

  it('a mapping moves and goes; tags are kept; the domain is deleted by its name', async () => {
    await page.getByRole('button', { name: 'Edit v1' }).click();
    const edit = dialog(page, 'Mapping v1');
    await edit.getByLabel('Base path - optional').fill('');
    await edit.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Edit (none)' }).waitFor();
    await expect.poll(() => call('/word')).toBe('served');
    await page.getByRole('button', { name: 'Add tag' }).click();
    await page.getByRole('textbox', { name: 'Key' }).fill('team');
    await page.getByRole('textbox', { name: 'Value' }).fill('pets');
    await page.getByRole('button', { name: 'Save tags' }).click();
    await saved(`The tags of ${domainName} were saved`);
    expect((await aws.send(new GetDomainNameCommand({ domainName }))).tags).toEqual({ team: 'pets' });
    expect((await aws.send(new GetBasePathMappingsCommand({ domainName }))).items).toEqual([{ basePath: '(none)', restApiId: api.restApiId, stage: 'dev' }]);
    await page.getByRole('button', { name: 'Delete (none)' }).click();
    await dialog(page, 'Delete mapping (none)?').getByRole('button', { name: 'Delete mapping' }).click();
    await page.getByText('No mappings').waitFor();
    await expect.poll(() => call('/word')).toBe('403');
    await page.getByRole('button', { name: 'Delete domain name' }).click();
    const gone = dialog(page, `Delete domain name ${domainName}?`);
    await gone.getByLabel(`To confirm, type ${domainName}`).fill(domainName);
    await gone.getByRole('button', { name: 'Delete domain name' }).click();
    await saved(`Domain name ${domainName} was deleted`);
    await expect(aws.send(new GetDomainNameCommand({ domainName }))).rejects.toBeInstanceOf(NotFoundException);
  });
});

describe('VPC links', () => {
  const links = async () => (await aws.send(new GetVpcLinksCommand({ limit: 500 }))).items!.filter(({ name }) => name!.startsWith('orders'));

  it('a link is made with a target, and moved', async () => {
    await page.goto('/console/vpclinks');
    await page.getByRole('button', { name: 'Create VPC link' }).first().click();
    const create = dialog(page, 'Create VPC link');
    await create.getByLabel('Name', { exact: true }).fill('orders');
    await create.getByLabel('Target - optional').fill('10.0.0.5');
    await create.getByRole('button', { name: 'Create VPC link' }).click();
    await create.getByText('An origin, such as http://10.0.0.5:8080.').waitFor();
    await create.getByLabel('Target - optional').fill('http://10.0.0.5:8080');
    expect(await breaches(page)).toEqual([]);
    await create.getByRole('button', { name: 'Create VPC link' }).click();
    await page.getByRole('cell', { name: 'http://10.0.0.5:8080' }).waitFor();
    await page.getByRole('button', { name: 'Edit orders' }).click();
    const edit = dialog(page, 'VPC link orders');
    await edit.getByLabel('Name', { exact: true }).fill('orders-2');
    await edit.getByLabel('Target - optional').fill('http://10.0.0.6:8080');
    await edit.getByRole('button', { name: 'Save', exact: true }).click();
    await saved('VPC link orders-2 was saved');
    expect(await links()).toMatchObject([{ name: 'orders-2', tags: { 'gatehouse:target': 'http://10.0.0.6:8080' } }]);
    expect(await breaches(page)).toEqual([]);
    await shoot(page, 'vpc-links');
  });

  it('an integration goes through it, so it is not deleted; once let go it is', async () => {
    const resourceId = await addMethod(aws, api.restApiId, api.rootId, 'linked', { integration: { type: 'HTTP_PROXY', uri: 'http://orders.internal/' } });
    const integration = () => aws.send(new GetIntegrationCommand({ restApiId: api.restApiId, resourceId, httpMethod: 'GET' }));
    const remove = async () => {
      await page.goto('/console/vpclinks');
      await page.getByRole('button', { name: 'Delete orders-2' }).click();
      await dialog(page, 'Delete VPC link orders-2?').getByRole('button', { name: 'Delete VPC link' }).click();
    };
    const choosing = async (link: string | RegExp) => {
      await page.goto(`/console/restapis/${api.restApiId}/resources/${resourceId}/methods/GET?box=integration-request`);
      await page.getByLabel('VPC link - optional').click();
      await page.getByRole('option', { name: link }).click();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await saved('The integration of GET /linked was saved');
    };
    await choosing(/^orders-2/);
    expect(await integration()).toMatchObject({ connectionType: 'VPC_LINK', connectionId: (await links())[0]!.id });
    await remove();
    await page.getByText(/Cannot delete vpc link/).waitFor();
    await choosing(/^None/);
    expect(await integration()).toMatchObject({ connectionType: 'INTERNET' });
    await remove();
    await saved('VPC link orders-2 was deleted');
    expect(await links()).toEqual([]);
  });
});

describe('client certificates', () => {
  it('one is generated, its public part can be copied, and a stage shows it', async () => {
    await page.goto('/console/clientcertificates');
    await page.getByRole('button', { name: 'Generate client certificate' }).first().click();
    const create = dialog(page, 'Generate client certificate');
    await create.getByLabel('Description - optional').fill('for the backend');
    await create.getByRole('button', { name: 'Generate', exact: true }).click();
    await page.waitForURL(/\/clientcertificates\/[a-z0-9]+$/);
    certificateId = page.url().split('/').at(-1)!;
    expect(await page.getByLabel('PEM', { exact: true }).textContent()).toMatch(/^-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----$/);
    await page.getByRole('button', { name: 'Copy: PEM' }).waitFor();
    expect(await breaches(page)).toEqual([]);
    await shootAll(page, 'client-certificate');
    await page.goto(`/console/restapis/${api.restApiId}/stages/dev`);
    await choose(page, 'Client certificate', certificateId);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await saved('Stage dev was saved');
    expect((await aws.send(new GetStageCommand({ restApiId: api.restApiId, stageName: 'dev' }))).clientCertificateId).toBe(certificateId);
    await shoot(page, 'stage-details');
  });

  it('one that a stage shows is not deleted; once let go it is', async () => {
    const remove = async () => {
      await page.goto(`/console/clientcertificates/${certificateId}`);
      await page.getByRole('button', { name: 'Delete client certificate' }).click();
      await dialog(page, /^Delete client certificate/).getByRole('button', { name: 'Delete client certificate' }).click();
    };
    await remove();
    await dialog(page, /^Delete client certificate/).getByText(new RegExp(`${api.restApiId}:dev`)).waitFor();
    await page.goto(`/console/restapis/${api.restApiId}/stages/dev`);
    await choose(page, 'Client certificate', 'None');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await saved('Stage dev was saved');
    await remove();
    await saved(`Client certificate ${certificateId} was deleted`);
    const { items = [] } = await aws.send(new GetClientCertificatesCommand({ limit: 500 }));
    expect(items.map(({ clientCertificateId }) => clientCertificateId)).not.toContain(certificateId);
  });

  it('nothing broke in the page, and nothing left the machine', () => {
    expect(watched.broken).toEqual([]);
    expect(watched.outside).toEqual([]);
  });
});
