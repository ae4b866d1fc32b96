import { statSync } from 'node:fs';
import path from 'node:path';
import { CreateApiKeyCommand, CreateRestApiCommand, GetApiKeyCommand, GetRestApisCommand } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DataSource } from 'typeorm';
import { PASSWORD, startPlatform, type Platform } from './platform.js';

let platform: Platform;
let store: DataSource;
const refused = (name: string, message: string | RegExp): unknown => expect.objectContaining({ name, message: typeof message === 'string' ? message : expect.stringMatching(message) });

beforeAll(async () => {
  platform = await startPlatform();
  store = platform.app.get(DataSource);
});
afterAll(async () => {
  await platform.close();
  expect(platform.unexpected).toEqual([]);
});

const signIn = (password = PASSWORD, userName = 'admin', headers = {}) => platform.call('POST', '/api/v1/session', { userName, password }, headers);

/** A signed-in browser: its cookie and its page's token. */
async function session(): Promise<{ cookie: string; 'x-gatehouse-csrf': string; 'sec-fetch-site': string }> {
  const answer = await signIn();
  return { cookie: answer.headers.get('set-cookie')!.split(';')[0]!, 'x-gatehouse-csrf': answer.body['csrfToken'] as string, 'sec-fetch-site': 'same-origin' };
}

describe('SigV4', () => {
  it('refuses an unknown key, a wrong secret, no signature and a token nobody issued', async () => {
    const list = new GetRestApisCommand({});
    await expect(platform.aws({ accessKeyId: 'AKIANOBODYNOBODY0000', secretAccessKey: 'x' }).send(list)).rejects.toEqual(refused('UnrecognizedClientException', 'The security token included in the request is invalid.'));
    await expect(platform.aws({ ...platform.credentials, secretAccessKey: 'wrong' }).send(list)).rejects.toEqual(refused('InvalidSignatureException', /^The request signature we calculated does not match/));
    await expect(platform.aws({ ...platform.credentials, sessionToken: 'made-up' } as never).send(list)).rejects.toEqual(refused('UnrecognizedClientException', 'The security token included in the request is invalid.'));
    const bare = await platform.call('GET', '/restapis');
    expect([bare.status, bare.body, bare.headers.get('x-amzn-errortype')]).toEqual([403, { message: 'Missing Authentication Token' }, 'MissingAuthenticationTokenException']);
    for (const authorization of ['Basic YWRtaW46YWRtaW4=', 'AWS4-HMAC-SHA256 Credential=x']) expect((await platform.call('GET', '/restapis', undefined, { authorization })).status).toBe(403);
    for (const authorization of ['Bearer nonsense', 'Bearer ', 'bearer nonsense']) {
      const { status, headers, body } = await platform.call('GET', '/restapis', undefined, { authorization });
      expect([status, headers.get('x-amzn-errortype'), headers.get('www-authenticate'), body]).toEqual([401, 'UnauthorizedException', 'Bearer', { message: 'The security token included in the request is invalid.' }]);
    }
  });

  it('refuses a key that was made inactive and a user that was disabled', async () => {
    const list = (): Promise<unknown> => platform.aws().send(new GetRestApisCommand({}));
    await list();
    await store.query("update access_keys set status = 'Inactive'");
    await expect(list()).rejects.toEqual(refused('UnrecognizedClientException', /invalid/));
    await store.query("update access_keys set status = 'Active'");
    await store.query('update users set is_disabled = true');
    await expect(list()).rejects.toEqual(refused('UnrecognizedClientException', /invalid/));
    await store.query('update users set is_disabled = false');
    await list();
  });

  it('refuses what no policy allows, naming the action and the resource', async () => {
    const before: { policies: unknown }[] = await store.query('select policies from users');
    const readOnly = [{ name: 'ReadOnly', document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'apigateway:GET', Resource: '*' }] } }];
    await store.query('update users set policies = $1', [JSON.stringify(readOnly)]);
    await platform.aws().send(new GetRestApisCommand({}));
    await expect(platform.aws().send(new CreateRestApiCommand({ name: 'x' }))).rejects.toEqual(refused('AccessDeniedException',
      'User: arn:aws:iam::123456789012:user/admin is not authorized to perform: apigateway:POST on resource: arn:aws:apigateway:us-east-1::/restapis because no identity-based policy allows the apigateway:POST action'));
    await store.query('update users set policies = $1', [JSON.stringify(before[0]!.policies)]);
  });
});

describe('The console session', () => {
  it('refuses a wrong password and an unknown name with the same words, and unknown members', async () => {
    const [wrong, unknown] = [await signIn('wrong'), await signIn('wrong', 'nobody')];
    expect([wrong.status, wrong.body]).toEqual([401, { message: 'The user name or the password is not right.' }]);
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
    for (const body of [{ userName: 'admin' }, { userName: 5, password: PASSWORD }, { userName: 'admin', password: PASSWORD, isAdmin: true }, '{', '[]']) {
      expect((await platform.call('POST', '/api/v1/session', body)).status).toBe(400);
    }
  });

  it('refuses the cookie without the page\'s token, with another\'s token, and from another site', async () => {
    const [one, two] = [await session(), await session()];
    const list = (headers: Record<string, string>): Promise<{ status: number }> => platform.call('GET', '/restapis', undefined, headers);
    expect((await list(one)).status).toBe(200);
    expect((await list({ cookie: one.cookie })).status).toBe(403);
    expect((await list({ ...one, 'x-gatehouse-csrf': two['x-gatehouse-csrf'] })).status).toBe(403);
    for (const site of ['cross-site', 'same-site', 'none']) expect((await list({ ...one, 'sec-fetch-site': site })).status).toBe(403);
    expect((await list({ cookie: one.cookie, 'x-gatehouse-csrf': one['x-gatehouse-csrf'], origin: 'http://evil.example' })).status).toBe(403);
    expect((await list({ ...one, authorization: 'Bearer nonsense' })).status).toBe(401);
  });

  it('is an HttpOnly, SameSite=Strict cookie that ends with sign-out', async () => {
    const answer = await signIn();
    expect(answer.headers.get('set-cookie')).toMatch(/^gatehouse_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/);
    const mine = await session();
    expect((await platform.call('GET', '/api/v1/session', undefined, { cookie: mine.cookie })).body).toMatchObject({ userName: 'admin', accountId: '123456789012', csrfToken: mine['x-gatehouse-csrf'] });
    expect((await platform.call('DELETE', '/api/v1/session', undefined, mine)).status).toBe(204);
    expect((await platform.call('GET', '/api/v1/session', undefined, { cookie: mine.cookie })).status).toBe(401);
    expect((await platform.call('GET', '/restapis', undefined, mine)).status).toBe(403);
  });

  it('slows guessing after eight failures and says when to come back', async () => {
    for (let i = 0; i < 8; i++) expect((await signIn('wrong', 'guessed')).status).toBe(401);
    const slowed = await signIn('wrong', 'guessed');
    expect(slowed.status).toBe(429);
    expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await signIn()).status).toBe(200);
  });
});

describe('Our own REST', () => {
  it('answers nothing without credentials', async () => {
    for (const at of ['/openapi.json', '/info', '/gateways', '/revisions/1/propagation', '/restapis/a/deployments/b/propagation', '/metrics', '/metrics/methods', '/session']) {
      const { status, body } = await platform.call('GET', `/api/v1${at}`);
      expect([at, [401, 403].includes(status), Object.keys(body)]).toEqual([at, true, ['message']]);
    }
    expect((await platform.call('DELETE', '/api/v1/session')).status).toBe(403);
  });

  it('refuses odd queries with a sentence', async () => {
    const mine = await session();
    const get = (at: string): Promise<{ status: number; body: Record<string, unknown> }> => platform.call('GET', `/api/v1${at}`, undefined, mine);
    for (const at of ['/metrics', '/metrics?start=x&end=y', '/metrics?start=2026-01-02T00:00:00Z&end=2026-01-01T00:00:00Z', '/metrics?start=2020-01-01&end=2026-01-01', '/metrics?start=2026-01-01&end=2026-01-02&periodSeconds=1', '/metrics?start=2026-01-01&end=2026-01-02&nope=1', '/revisions/x/propagation', '/revisions/1/propagation?wait=soon']) {
      const { status, body } = await get(at);
      expect([at, status, typeof body['message']]).toEqual([at, 400, 'string']);
    }
    expect((await get('/info')).body).toMatchObject({ accountId: '123456789012', region: 'us-east-1', gateway: { url: 'http://localhost:8080', domain: 'execute-api.localhost', pathForm: true } });
    expect((await get('/nothing-here')).status).toBe(404);
    const { openapi, paths } = (await get('/openapi.json')).body as { openapi: string; paths: Record<string, object> };
    expect(openapi).toMatch(/^3\./);
    expect(Object.keys(paths).filter(path => path.startsWith('/api/v1/')).sort()).toEqual(['/api/v1/gateways', '/api/v1/info', '/api/v1/metrics', '/api/v1/metrics/methods', '/api/v1/openapi.json',
      '/api/v1/restapis/{restApiId}/deployments/{deploymentId}/propagation', '/api/v1/revisions/{revision}/propagation', '/api/v1/session']);
  });
});

describe('First run', () => {
  it('leaves secrets to their owner alone and none in the database', async () => {
    for (const file of ['credentials', 'console-password', 'master.key', 'enrol-token']) expect(statSync(path.join(platform.dataDir, file)).mode & 0o777, file).toBe(0o600);
    const tables: { name: string }[] = await store.query("select tablename as name from pg_tables where schemaname = 'public'");
    for (const { name } of tables) {
      const dump = JSON.stringify(await store.query(`select * from "${name}"`));
      for (const secret of [platform.credentials.secretAccessKey, PASSWORD, platform.settings.masterKey.toString('base64'), platform.settings.enrolToken]) expect(dump, name).not.toContain(secret);
    }
  });

  it('a second start over the same database makes no second administrator, and another master key is refused', async () => {
    const again = await startPlatform({ DATABASE_URL: platform.databaseUrl, GATEHOUSE_DATA_DIR: platform.dataDir });
    expect(await store.query('select count(*)::int as n from users')).toEqual([{ n: 1 }]);
    await again.aws().send(new GetRestApisCommand({}));
    await again.close();
    await expect(startPlatform({ DATABASE_URL: platform.databaseUrl, GATEHOUSE_DATA_DIR: platform.dataDir, GATEHOUSE_MASTER_KEY: Buffer.alloc(32, 1).toString('base64') })).rejects.toThrow(/master key is not the one/);
  });

  it('writes an audit row for each write, in its transaction, without the secret', async () => {
    const made = await platform.aws().send(new CreateApiKeyCommand({ name: 'audited', value: 'a-secret-value-for-the-audit' }));
    const rows: { operation: string; input: unknown; caller_arn: string; revision: string }[] = await store.query("select * from audit_events where operation = 'CreateApiKey' order by n desc limit 1");
    expect(rows[0]).toMatchObject({ operation: 'CreateApiKey', caller_arn: 'arn:aws:iam::123456789012:user/admin', input: expect.objectContaining({ name: 'audited' }) });
    expect(Number(rows[0]!.revision)).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('a-secret-value');
    await platform.aws().send(new GetApiKeyCommand({ apiKey: made.id! }));
    expect(await store.query("select 1 from audit_events where operation = 'GetApiKey'")).toHaveLength(0);
    await platform.aws().send(new GetApiKeyCommand({ apiKey: made.id!, includeValue: true }));
    expect(await store.query("select caller_arn from audit_events where operation = 'GetApiKey'")).toEqual([{ caller_arn: 'arn:aws:iam::123456789012:user/admin' }]);
    const before: { n: number }[] = await store.query('select count(*)::int as n from audit_events');
    await expect(platform.aws().send(new CreateApiKeyCommand({ name: 'twice', value: made.value }))).rejects.toThrow();
    expect(await store.query('select count(*)::int as n from audit_events')).toEqual(before);
  });
});
