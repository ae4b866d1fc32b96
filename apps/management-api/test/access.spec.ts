import {
  CreateApiKeyCommand, CreateUsagePlanCommand, CreateUsagePlanKeyCommand, DeleteApiKeyCommand, DeleteUsagePlanCommand, DeleteUsagePlanKeyCommand, GetAccountCommand, GetApiKeyCommand,
  GetApiKeysCommand, GetTagsCommand, GetUsageCommand, GetUsagePlanCommand, GetUsagePlanKeyCommand, GetUsagePlanKeysCommand, GetUsagePlansCommand, ImportApiKeysCommand, TagResourceCommand,
  UntagResourceCommand, UpdateAccountCommand, UpdateApiKeyCommand, UpdateUsageCommand, UpdateUsagePlanCommand, type CreateApiKeyCommandInput, type PatchOperation,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DataSource } from 'typeorm';
import { startSystem, type TestSystem } from './system.js';
import { ACCOUNT_ID, REGION } from './twins.js';

let system: TestSystem;
let store: DataSource;
const refused = (name: string, message: string | RegExp): unknown => expect.objectContaining({ name, message: typeof message === 'string' ? message : expect.stringMatching(message) });
const VALUE = 'a-value-of-twenty-characters-or-more';
let unique = 0;
const value = (): string => `${VALUE}-${unique++}`;

beforeAll(async () => {
  system = await startSystem();
  store = system.app.get(DataSource);
});
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

const createKey = (input: CreateApiKeyCommandInput = {}) => system.aws.send(new CreateApiKeyCommand({ name: 'k', enabled: true, value: value(), ...input }));
const createPlan = (input: object = {}) => system.aws.send(new CreateUsagePlanCommand({ name: 'p', ...input }));
const patchPlan = (usagePlanId: string, ...patchOperations: PatchOperation[]) => system.aws.send(new UpdateUsagePlanCommand({ usagePlanId, patchOperations }));

/** An API with a stage, written straight into the tables: this file is about keys and plans. */
async function stage(stageName = 'dev'): Promise<string> {
  const id = `api${String(unique++).padStart(7, '0')}`;
  const place = [ACCOUNT_ID, REGION, id];
  await store.query("insert into rest_apis (account_id, region, id, name, root_resource_id, fields) values ($1, $2, $3, 'x', 'root', '{}')", place);
  await store.query("insert into deployments (account_id, region, rest_api_id, id, source, snapshot_digest) values ($1, $2, $3, 'dep', '{}', 'd')", place);
  await store.query("insert into stages (account_id, region, rest_api_id, stage_name, deployment_id, fields) values ($1, $2, $3, $4, 'dep', '{}')", [...place, stageName]);
  return id;
}

describe('API keys', () => {
  it.each([
    ['a value of 19 characters', { value: 'x'.repeat(19) }, 'API Key value should be at least 20 characters'],
    ['a value of 129 characters', { value: 'x'.repeat(129) }, 'API Key value exceeds maximum size of 128 characters'],
    ['a value no header can carry', { value: 'line\r\nbreak-in-a-value-xxxxx' }, 'API Key value contains characters that no HTTP header can carry'],
    ['a name of 1025 characters', { name: 'x'.repeat(1025) }, 'Invalid API Key name, can be at most 1024 characters.'],
  ])('CreateApiKey · %s · 400', async (_, input, message) => {
    await expect(createKey(input)).rejects.toEqual(refused('BadRequestException', message));
  });

  it('CreateApiKey · a value that another key has · 409', async () => {
    const { value: taken } = await createKey();
    await expect(createKey({ value: taken })).rejects.toEqual(refused('ConflictException', 'API Key already exists'));
  });

  it('GetApiKey, UpdateApiKey, DeleteApiKey · unknown · 404', async () => {
    for (const command of [new GetApiKeyCommand({ apiKey: 'nobody' }), new DeleteApiKeyCommand({ apiKey: 'nobody' })]) {
      await expect(system.aws.send(command as GetApiKeyCommand)).rejects.toEqual(refused('NotFoundException', 'Invalid API Key identifier specified'));
    }
  });

  it('UpdateApiKey · a path that is not in the table · 400 with AWS\'s list', async () => {
    const { id } = await createKey();
    await expect(system.aws.send(new UpdateApiKeyCommand({ apiKey: id!, patchOperations: [{ op: 'replace', path: '/id', value: 'x' }] })))
      .rejects.toEqual(refused('BadRequestException', "Invalid patch path  '/id' specified for op 'replace'. Must be one of: [/description, /enabled, /name, /customerId]"));
  });

  it('CreateApiKey · 201: disabled unless told, a value of forty characters, told once', async () => {
    const made = await system.aws.send(new CreateApiKeyCommand({ name: 'plain' }));
    expect(made.$metadata.httpStatusCode).toBe(201);
    expect(made).toMatchObject({ name: 'plain', enabled: false, stageKeys: [], value: expect.stringMatching(/^[A-Za-z0-9]{40}$/) });
    expect((await system.aws.send(new GetApiKeyCommand({ apiKey: made.id! }))).value).toBeUndefined();
    expect((await system.aws.send(new GetApiKeyCommand({ apiKey: made.id!, includeValue: true }))).value).toBe(made.value);
  });

  it('no value lies in the database in clear, nor in what the audit is told', async () => {
    const secret = `canary-${value()}`;
    await createKey({ value: secret });
    await system.aws.send(new ImportApiKeysCommand({ format: 'csv', body: Buffer.from(`Name,Key\nc,${secret}-imported\n`) }));
    const tables: { name: string }[] = await store.query("select tablename as name from pg_tables where schemaname = 'public'");
    for (const { name } of tables) expect(JSON.stringify(await store.query(`select * from "${name}"`)), name).not.toContain(secret);
    expect(JSON.stringify(system.work.named)).not.toContain(secret);
  });

  it('UpdateApiKey · every path · 200 and marks the key', async () => {
    const { id } = await createKey();
    const apiId = await stage();
    const updated = await system.aws.send(new UpdateApiKeyCommand({ apiKey: id!, patchOperations: [
      { op: 'replace', path: '/name', value: 'n' }, { op: 'replace', path: '/description', value: 'd' }, { op: 'replace', path: '/enabled', value: 'false' },
      { op: 'replace', path: '/customerId', value: 'c' }, { op: 'add', path: '/stages', value: `${apiId}/dev` },
    ] }));
    expect(updated).toMatchObject({ name: 'n', description: 'd', enabled: false, customerId: 'c', stageKeys: [`${apiId}/dev`] });
    expect(system.work.touched.filter(mark => mark === `key ${id}`)).toHaveLength(2);
  });

  it('GetApiKeys · by name, by customer, page by page', async () => {
    for (let i = 0; i < 3; i++) await createKey({ name: `list_%-${i}`, customerId: 'cust' });
    expect((await system.aws.send(new GetApiKeysCommand({ nameQuery: 'list_%' }))).items).toHaveLength(3);
    expect((await system.aws.send(new GetApiKeysCommand({ nameQuery: 'list%%' }))).items).toHaveLength(0);
    const first = await system.aws.send(new GetApiKeysCommand({ customerId: 'cust', limit: 2, includeValues: true }));
    expect(first.items!.every(key => key.value)).toBe(true);
    const second = await system.aws.send(new GetApiKeysCommand({ customerId: 'cust', limit: 2, position: first.position! }));
    expect(second.items).toHaveLength(1);
    expect(second.position).toBeUndefined();
  });
});

describe('ImportApiKeys', () => {
  const file = (text: string, failOnWarnings = false) => system.aws.send(new ImportApiKeysCommand({ format: 'csv', failOnWarnings, body: Buffer.from(text) }));

  it.each([['Name\nx\n', /must name the columns/], ['Name,Key,Colour\nx,y,z\n', /unknown column colour/], ['', /must name the columns/], ['Name,Key\n"open,x\n', /cannot be read/]])('a file like %j · 400', async (text, message) => {
    await expect(file(text)).rejects.toEqual(refused('BadRequestException', message));
  });

  it('more lines than PostgreSQL takes parameters · a warning for each', async () => {
    const { ids, warnings } = await file(`Name,Key\n${Array.from({ length: 66_000 }, (_, i) => `n,short${i}`).join('\n')}`);
    expect([ids, warnings!.length]).toEqual([[], 66_000]);
  });

  it('failOnWarnings · one bad line · 400 and nothing is imported', async () => {
    const good = value();
    await expect(file(`Name,Key\ngood,${good}\nbad,short\n`, true)).rejects.toEqual(refused('BadRequestException', /Line 3: API Key value should be at least 20 characters/));
    expect((await file(`Name,Key\ngood,${good}\n`)).ids).toHaveLength(1);
  });

  it('good lines become keys in their plans, bad lines become warnings', async () => {
    const plan = await createPlan();
    const [one, two] = [value(), value()];
    const answer = await file(`\ufeffname,KEY,Description,enabled,usageplanIds\n"One, two",${one},d,TRUE,"${plan.id},nope"\nagain,${one},,,\nthird,${two},,false,\n`);
    expect(answer.ids).toHaveLength(2);
    expect(answer.warnings).toEqual(['Line 2: the usage plan nope does not exist', 'Line 3: API Key already exists']);
    const key = await system.aws.send(new GetApiKeyCommand({ apiKey: answer.ids![0]!, includeValue: true }));
    expect(key).toMatchObject({ name: 'One, two', value: one, enabled: true, description: 'd' });
    expect((await system.aws.send(new GetUsagePlanKeysCommand({ usagePlanId: plan.id! }))).items).toEqual([{ id: key.id, type: 'API_KEY', name: 'One, two' }]);
  });
});

describe('Usage plans', () => {
  it('CreateUsagePlan · an unknown stage, a bad quota, a blank name · refused in AWS\'s words', async () => {
    await expect(createPlan({ apiStages: [{ apiId: 'nope', stage: 'dev' }] })).rejects.toEqual(refused('NotFoundException', /^Invalid API Stage \{api: nope, stage: dev\} specified for usageplan [a-z0-9]{6}$/));
    await expect(createPlan({ name: ' ' })).rejects.toEqual(refused('BadRequestException', 'Usage Plan name cannot be blank'));
    await expect(createPlan({ quota: { limit: 5, offset: 1, period: 'DAY' } })).rejects.toEqual(refused('BadRequestException', /offset for period DAY must be between 0 and 0/));
    await expect(createPlan({ quota: { period: 'DAY' } })).rejects.toEqual(refused('BadRequestException', /quota limit/));
    await expect(createPlan({ quota: { limit: 5, period: 'YEAR' } })).rejects.toEqual(refused('ValidationException', /quota.period/));
    await expect(createPlan({ throttle: { rateLimit: -1 } })).rejects.toEqual(refused('BadRequestException', /must not be negative/));
  });

  it('CreateUsagePlan, GetUsagePlan, GetUsagePlans · tags only where AWS shows them', async () => {
    const apiId = await stage();
    const made = await createPlan({ description: 'd', apiStages: [{ apiId, stage: 'dev', throttle: { '/pets/GET': { rateLimit: 1.5, burstLimit: 2 } } }], throttle: { rateLimit: 10, burstLimit: 20 }, quota: { limit: 100, period: 'MONTH' } });
    expect(made).toMatchObject({ quota: { limit: 100, offset: 0, period: 'MONTH' }, apiStages: [{ apiId, stage: 'dev', throttle: { '/pets/GET': { rateLimit: 1.5, burstLimit: 2 } } }] });
    expect(made.tags).toBeUndefined();
    expect((await system.aws.send(new GetUsagePlanCommand({ usagePlanId: made.id! }))).tags).toEqual({});
    const listed = (await system.aws.send(new GetUsagePlansCommand({ limit: 500 }))).items!.find(plan => plan.id === made.id);
    expect(listed).not.toHaveProperty('tags');
  });

  it.each<[PatchOperation, string, string | RegExp]>([
    [{ op: 'add', path: '/apiStages', value: 'no-colon' }, 'BadRequestException', 'Invalid API Stage specified'],
    [{ op: 'remove', path: '/apiStages', value: 'a:b' }, 'NotFoundException', 'Invalid API Stage specified'],
    [{ op: 'replace', path: '/throttle/rateLimit', value: '-1' }, 'BadRequestException', 'Invalid value specified, it must be a number that is not negative'],
    [{ op: 'replace', path: '/throttle/rateLimit', value: 'NaN' }, 'BadRequestException', 'Invalid value specified, it must be a number that is not negative'],
    [{ op: 'replace', path: '/quota/period', value: 'YEAR' }, 'BadRequestException', 'Usage Plan quota period must be one of: [DAY, WEEK, MONTH]'],
    [{ op: 'add', path: '/nope', value: 'x' }, 'BadRequestException', /^Invalid patch path  '\/nope' specified for op 'add'\. Must be one of: \[\/productCode, \/apiStages, /],
  ])('UpdateUsagePlan · %j · %s', async (operation, name, message) => {
    const plan = await createPlan();
    await expect(patchPlan(plan.id!, { op: 'replace', path: '/name', value: 'new' }, operation)).rejects.toEqual(refused(name, message));
    expect((await system.aws.send(new GetUsagePlanCommand({ usagePlanId: plan.id! }))).name).toBe('p');
  });

  it('UpdateUsagePlan · the whole table, method throttles escaped and not · 200', async () => {
    const apiId = await stage();
    const plan = await createPlan();
    const at = `/apiStages/${apiId}:dev/throttle`;
    const full = await patchPlan(plan.id!,
      { op: 'add', path: '/apiStages', value: `${apiId}:dev` }, { op: 'replace', path: '/throttle/rateLimit', value: '2.5' }, { op: 'add', path: '/throttle/burstLimit', value: '7' },
      { op: 'replace', path: '/quota/limit', value: '9' }, { op: 'replace', path: '/quota/period', value: 'WEEK' }, { op: 'replace', path: '/quota/offset', value: '3' }, { op: 'add', path: '/productCode', value: 'pc' },
      { op: 'add', path: `${at}/~1pets/GET/rateLimit`, value: '1' }, { op: 'replace', path: `${at}//pets/GET/burstLimit`, value: '2' }, { op: 'add', path: `${at}/~1pets~1{petId}/DELETE/rateLimit`, value: '3' });
    expect(full).toMatchObject({
      productCode: 'pc', throttle: { rateLimit: 2.5, burstLimit: 7 }, quota: { limit: 9, offset: 3, period: 'WEEK' },
      apiStages: [{ throttle: { '/pets/GET': { rateLimit: 1, burstLimit: 2 }, '/pets/{petId}/DELETE': { rateLimit: 3 } } }],
    });
    const less = await patchPlan(plan.id!, { op: 'remove', path: `${at}/~1pets/GET` }, { op: 'remove', path: '/quota' }, { op: 'remove', path: '/throttle' }, { op: 'remove', path: '/productCode' });
    expect(less.apiStages).toEqual([{ apiId, stage: 'dev', throttle: { '/pets/{petId}/DELETE': { rateLimit: 3 } } }]);
    expect([less.quota, less.throttle, less.productCode]).toEqual([undefined, undefined, undefined]);
    const replaced = await patchPlan(plan.id!, { op: 'replace', path: at, value: '{"/a/GET":{"rateLimit":4}}' });
    expect(replaced.apiStages![0]!.throttle).toEqual({ '/a/GET': { rateLimit: 4 } });
    await expect(patchPlan(plan.id!, { op: 'replace', path: at, value: '[1]' })).rejects.toEqual(refused('BadRequestException', /JSON object/));
    await expect(system.aws.send(new DeleteUsagePlanCommand({ usagePlanId: plan.id! }))).rejects.toEqual(refused('BadRequestException', `Cannot delete Usage Plan ${plan.id} because there are API Stages associated with it, including ${apiId}:dev`));
    await patchPlan(plan.id!, { op: 'remove', path: '/apiStages', value: `${apiId}:dev` });
    const key = await system.aws.send(new CreateApiKeyCommand({ name: 'in the plan' }));
    await system.aws.send(new CreateUsagePlanKeyCommand({ usagePlanId: plan.id!, keyId: key.id!, keyType: 'API_KEY' }));
    await expect(system.aws.send(new DeleteUsagePlanCommand({ usagePlanId: plan.id! }))).rejects.toEqual(refused('BadRequestException', `Cannot delete Usage Plan ${plan.id} because there are API Keys associated with it, including ${key.id}`));
    await system.aws.send(new DeleteUsagePlanKeyCommand({ usagePlanId: plan.id!, keyId: key.id! }));
    expect((await system.aws.send(new DeleteUsagePlanCommand({ usagePlanId: plan.id! }))).$metadata.httpStatusCode).toBe(202);
  });
});

describe('Usage plan keys', () => {
  it('a key in two plans for one stage · 409, whichever way it is tried', async () => {
    const apiId = await stage();
    const apiStages = [{ apiId, stage: 'dev' }];
    const [one, two, bare] = [await createPlan({ apiStages }), await createPlan({ apiStages }), await createPlan()];
    const { id: keyId } = await createKey();
    const join = (usagePlanId: string) => system.aws.send(new CreateUsagePlanKeyCommand({ usagePlanId, keyId: keyId!, keyType: 'API_KEY' }));
    await join(one.id!);
    await expect(join(one.id!)).rejects.toEqual(refused('ConflictException', 'Usage Plan already contains this API Key'));
    await expect(join(two.id!)).rejects.toEqual(refused('ConflictException', /already in usage plan/));
    await join(bare.id!);
    await expect(patchPlan(bare.id!, { op: 'add', path: '/apiStages', value: `${apiId}:dev` })).rejects.toEqual(refused('ConflictException', /already in usage plan/));
    expect((await system.aws.send(new GetUsagePlansCommand({ keyId: keyId! }))).items!.map(plan => plan.id).sort()).toEqual([one.id, bare.id].sort());
  });

  it('unknown plan, unknown key, wrong type, a key that is not in the plan · refused', async () => {
    const plan = await createPlan();
    const { id: keyId } = await createKey();
    const join = (usagePlanId: string, key: string, keyType = 'API_KEY') => system.aws.send(new CreateUsagePlanKeyCommand({ usagePlanId, keyId: key, keyType }));
    await expect(join('nope', keyId!)).rejects.toEqual(refused('NotFoundException', 'Invalid Usage Plan ID specified'));
    await expect(join(plan.id!, 'nope')).rejects.toEqual(refused('NotFoundException', 'Invalid API Key identifier specified'));
    await expect(join(plan.id!, keyId!, 'OTHER')).rejects.toEqual(refused('BadRequestException', /API_KEY/));
    for (const command of [new GetUsagePlanKeyCommand({ usagePlanId: plan.id!, keyId: keyId! }), new DeleteUsagePlanKeyCommand({ usagePlanId: plan.id!, keyId: keyId! })]) {
      await expect(system.aws.send(command as GetUsagePlanKeyCommand)).rejects.toEqual(refused('NotFoundException', 'Invalid Usage Plan Key identifier specified'));
    }
  });

  it('create, get, delete · 201, 200, 202 and the key is marked each time it changes', async () => {
    const plan = await createPlan();
    const key = await createKey();
    const made = await system.aws.send(new CreateUsagePlanKeyCommand({ usagePlanId: plan.id!, keyId: key.id!, keyType: 'API_KEY' }));
    expect(made).toMatchObject({ id: key.id, type: 'API_KEY', value: key.value, name: 'k' });
    expect((await system.aws.send(new GetUsagePlanKeyCommand({ usagePlanId: plan.id!, keyId: key.id! }))).value).toBe(key.value);
    expect((await system.aws.send(new DeleteUsagePlanKeyCommand({ usagePlanId: plan.id!, keyId: key.id! }))).$metadata.httpStatusCode).toBe(202);
    expect(system.work.touched.filter(mark => mark === `key ${key.id}`)).toHaveLength(3);
  });
});

describe('Usage', () => {
  const today = new Date().toISOString().slice(0, 10);

  it('GetUsage · bad dates, a span over 90 days, an unknown plan · refused', async () => {
    const plan = await createPlan({ quota: { limit: 10, period: 'DAY' } });
    const usage = (startDate: string, endDate: string, usagePlanId = plan.id!) => system.aws.send(new GetUsageCommand({ usagePlanId, startDate, endDate }));
    await expect(usage('2026-02-30', '2026-03-01')).rejects.toEqual(refused('BadRequestException', /startDate/));
    await expect(usage('2026-03-02', '2026-03-01')).rejects.toEqual(refused('BadRequestException', /must not lie before/));
    await expect(usage('2026-01-01', '2026-04-01')).rejects.toEqual(refused('BadRequestException', /at most 90 days/));
    await expect(usage(today, today, 'nope')).rejects.toEqual(refused('NotFoundException', 'Invalid Usage Plan ID specified'));
  });

  it('UpdateUsage · a wrong path, no number, no quota · 400', async () => {
    const [plan, free] = [await createPlan({ quota: { limit: 10, period: 'DAY' } }), await createPlan()];
    const key = await createKey();
    for (const usagePlanId of [plan.id!, free.id!]) await system.aws.send(new CreateUsagePlanKeyCommand({ usagePlanId, keyId: key.id!, keyType: 'API_KEY' }));
    const update = (usagePlanId: string, operation: PatchOperation) => system.aws.send(new UpdateUsageCommand({ usagePlanId, keyId: key.id!, patchOperations: [operation] }));
    await expect(update(plan.id!, { op: 'add', path: '/remaining', value: '1' })).rejects.toEqual(refused('BadRequestException', /Please choose supported operations$/));
    await expect(update(plan.id!, { op: 'replace', path: '/remaining', value: '-1' })).rejects.toEqual(refused('BadRequestException', /not negative/));
    await expect(update(free.id!, { op: 'replace', path: '/remaining', value: '1' })).rejects.toEqual(refused('BadRequestException', /has no quota/));
    const after = await update(plan.id!, { op: 'replace', path: '/remaining', value: '25' });
    expect(after.items).toEqual({ [key.id!]: [[0, 25]] });
  });

  it('GetUsage · one pair a day, what remains falls through the window', async () => {
    const plan = await createPlan({ quota: { limit: 100, period: 'MONTH' } });
    const key = await createKey();
    await system.aws.send(new CreateUsagePlanKeyCommand({ usagePlanId: plan.id!, keyId: key.id!, keyType: 'API_KEY' }));
    for (const [day, used] of [['2026-01-31', 7], ['2026-02-01', 3], ['2026-02-03', 5]] as const) {
      await store.query('insert into usage_days (account_id, region, usage_plan_id, api_key_id, day, used) values ($1, $2, $3, $4, $5, $6)', [ACCOUNT_ID, REGION, plan.id, key.id, day, used]);
    }
    const usage = await system.aws.send(new GetUsageCommand({ usagePlanId: plan.id!, startDate: '2026-02-01', endDate: '2026-02-04' }));
    expect(usage.items).toEqual({ [key.id!]: [[3, 97], [0, 97], [5, 92], [0, 92]] });
  });
});

describe('Account and tags', () => {
  it('GetAccount · the limits, the feature, the key version', async () => {
    expect(await system.aws.send(new GetAccountCommand({}))).toMatchObject({ throttleSettings: { burstLimit: 5000, rateLimit: 10_000 }, features: ['UsagePlans'], apiKeyVersion: '4' });
  });

  it('UpdateAccount · a role that is no ARN, a feature that stays · 400; a role · 200', async () => {
    const update = (operation: PatchOperation) => system.aws.send(new UpdateAccountCommand({ patchOperations: [operation] }));
    await expect(update({ op: 'replace', path: '/cloudwatchRoleArn', value: 'invalid-arn' })).rejects.toEqual(refused('BadRequestException', 'Invalid ARN. ARN is not well formed invalid-arn'));
    await expect(update({ op: 'remove', path: '/features', value: 'UsagePlans' })).rejects.toEqual(refused('BadRequestException', /cannot be disabled/));
    const arn = 'arn:aws:iam::123456789012:role/logs';
    expect((await update({ op: 'replace', path: '/cloudwatchRoleArn', value: arn })).cloudwatchRoleArn).toBe(arn);
  });

  it('tags · no ARN, another service, an unknown resource · refused; add, read, take away · 204', async () => {
    const get = (resourceArn: string) => system.aws.send(new GetTagsCommand({ resourceArn }));
    await expect(get('nonsense')).rejects.toEqual(refused('BadRequestException', 'Invalid ARN. ARN is not well formed nonsense'));
    await expect(get('arn:aws:lambda:us-east-1::/restapis/a')).rejects.toEqual(refused('BadRequestException', 'Invalid ARN specified in the request'));
    await expect(get('arn:aws:apigateway:us-east-1::/apikeys/nope')).rejects.toEqual(refused('NotFoundException', 'Invalid API Key identifier specified'));
    const apiId = await stage('prod stage');
    const { id } = await createKey({ tags: { a: '1' } });
    const resourceArn = `arn:aws:apigateway:${REGION}::/apikeys/${id}`;
    expect((await system.aws.send(new TagResourceCommand({ resourceArn, tags: { b: '2', __proto__x: 'y', hasOwnProperty: 'z' } }))).$metadata.httpStatusCode).toBe(204);
    await system.aws.send(new UntagResourceCommand({ resourceArn, tagKeys: ['a', '__proto__x'] }));
    expect((await get(resourceArn)).tags).toEqual({ b: '2', hasOwnProperty: 'z' });
    const stageArn = `arn:aws:apigateway:${REGION}::/restapis/${apiId}/stages/prod stage`;
    await system.aws.send(new TagResourceCommand({ resourceArn: stageArn, tags: { team: 'pets' } }));
    expect((await get(stageArn)).tags).toEqual({ team: 'pets' });
    await expect(system.aws.send(new TagResourceCommand({ resourceArn, tags: { 'aws:x': '1' } }))).rejects.toEqual(refused('BadRequestException', /aws:/));
  });
});
