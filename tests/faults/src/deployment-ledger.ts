import pg from 'pg';

/** What the database says of one API's deployment, read in one snapshot. `halves` names everything that does not fit together. */
export interface Ledger { readonly draft: number; readonly deployed: number; readonly halves: readonly string[] }

interface Sides { readonly headerSays: number; readonly bodySays: number }
interface IntegrationResponseSides { readonly responseParameters: Readonly<Record<string, string>>; readonly responseTemplates: Readonly<Record<string, string>> }

/** The two sides of a response that one update changes together. */
const sidesOf = ({ responseParameters, responseTemplates }: IntegrationResponseSides): Sides =>
  ({ headerSays: Number(/\d+/.exec(responseParameters['method.response.header.X-N'] ?? '')?.[0]), bodySays: Number(/\d+/.exec(responseTemplates['application/json'] ?? '')?.[0]) });
const responseIn = (resources: readonly { readonly methods: readonly { readonly integration: { readonly integrationResponses: readonly unknown[] } | null }[] }[]): unknown =>
  resources.flatMap(({ methods }) => methods).find(({ integration }) => integration !== null)?.integration?.integrationResponses[0];

/** Reads rows, audit, documents, pointers and revisions of an API whose only method says a number in a header and in its body. */
export async function readLedger(url: string, restApiId: string): Promise<Ledger> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const one = async <T>(text: string, ...values: readonly unknown[]): Promise<T> => (await client.query(text, [...values])).rows[0] as T;
    const draft = await one<{ fields: IntegrationResponseSides; version: number }>('select fields, version from integration_responses where rest_api_id = $1', restApiId);
    const stage = await one<{ deployment_id: string; source: { resources: never[] }; snapshot_digest: string }>(
      'select s.deployment_id, d.source, d.snapshot_digest from stages s join deployments d on d.rest_api_id = s.rest_api_id and d.id = s.deployment_id where s.rest_api_id = $1', restApiId);
    const pointer = await one<{ digest: string; revision: string; body: string }>("select p.digest, p.revision, d.body from pointers p join documents d on d.digest = p.digest where p.key like '%:' || $1 || ':dev'", restApiId);
    const stageDocument = JSON.parse(pointer.body) as { snapshot: string; deploymentId: string };
    const apiDocument = await one<{ body: string } | undefined>('select body from documents where digest = $1', stageDocument.snapshot);
    const counts = await one<Record<'deployments' | 'deploys' | 'updates' | 'newest', string>>(
      `select (select count(*) from deployments where rest_api_id = $1) as deployments,
         (select count(*) from audit_events where operation = 'CreateDeployment' and input->>'restApiId' = $1) as deploys,
         (select count(*) from audit_events where operation in ('PutIntegrationResponse', 'UpdateIntegrationResponse') and input->>'restApiId' = $1) as updates,
         (select max(revision) from audit_events where operation = 'CreateDeployment' and input->>'restApiId' = $1) as newest`, restApiId);
    const revision = await one<{ digest: string } | undefined>("select value as digest from revisions, jsonb_each_text(changes->'set') where n = $1 and key like '%:' || $2 || ':dev'", pointer.revision, restApiId);
    await client.query('commit');

    const inDraft = sidesOf(draft.fields);
    const inSource = sidesOf((responseIn(stage.source.resources) as { fields: IntegrationResponseSides }).fields);
    const inDocument = apiDocument === undefined ? null : sidesOf(responseIn((JSON.parse(apiDocument.body) as { resources: never[] }).resources) as IntegrationResponseSides);
    const claims: Readonly<Record<string, readonly [unknown, unknown]>> = {
      'a draft with another header than body': [inDraft.headerSays, inDraft.bodySays],
      'a deployment with another header than body': [inSource.headerSays, inSource.bodySays],
      'a document that is not its deployment': [inDocument, inSource],
      'a stage document with another deployment than the row': [stageDocument.deploymentId, stage.deployment_id],
      'a stage document with another snapshot than the deployment': [stageDocument.snapshot, stage.snapshot_digest],
      'a revision that tells another digest than the pointer': [revision?.digest, pointer.digest],
      'a deployment without its audit row, or the other way': [counts.deploys, counts.deployments],
      'an update without its audit row, or the other way': [Number(counts.updates), draft.version],
      'an audit row with another revision than the pointer': [counts.newest, pointer.revision],
    };
    return { draft: inDraft.bodySays, deployed: inSource.bodySays, halves: Object.entries(claims).filter(([, [a, b]]) => JSON.stringify(a) !== JSON.stringify(b)).map(([name, pair]) => `${name}: ${JSON.stringify(pair)}`) };
  } finally {
    await client.end().catch(() => undefined);
  }
}
