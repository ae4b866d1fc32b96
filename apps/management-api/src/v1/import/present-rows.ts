import { AuthorizerRow, DocumentationPartRow, GatewayResponseRow, ModelRow, RequestValidatorRow, ResourceRow, type RestApiRow } from '@gatehouse/control-store';
import { scopeOf, type V1UseCase } from '../use-case.js';

/** A row that an import may write over: it keeps its id, and its version goes on. */
export interface Present { readonly id: string; readonly version: number }

/** What an API consists of before an import, by the names that documents use. */
export interface PresentRows {
  readonly api: RestApiRow;
  /** By path. */
  readonly resources: ReadonlyMap<string, ResourceRow>;
  /** The highest version of a method or of anything below one: what an import writes goes on from there, so that no ETag of before is ever true again. */
  readonly methodVersion: number;
  readonly models: ReadonlyMap<string, Present>;
  readonly requestValidators: ReadonlyMap<string, Present>;
  readonly authorizers: ReadonlyMap<string, Present & Pick<AuthorizerRow, 'fields'>>;
  readonly gatewayResponses: ReadonlyMap<string, number>;
  /** By location key. */
  readonly documentationParts: ReadonlyMap<string, Present>;
}

const byKey = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, Row> => new Map(rows.map(row => [keyOf(row), row]));

/** Reads them in seven statements. The API is locked, so they stay what they are until the import is written. */
export async function loadPresent(useCase: V1UseCase, api: RestApiRow): Promise<PresentRows> {
  const { manager } = useCase;
  const where = { ...scopeOf(useCase), restApiId: api.id };
  const models = await manager.find(ModelRow, { select: { restApiId: true, name: true, id: true, version: true }, where });
  const gatewayResponses = await manager.find(GatewayResponseRow, { select: { restApiId: true, responseType: true, version: true }, where });
  const parts = await manager.find(DocumentationPartRow, { select: { restApiId: true, id: true, locationKey: true, version: true }, where });
  return {
    api,
    resources: byKey(await manager.findBy(ResourceRow, where), row => row.path),
    methodVersion: await highestVersion(useCase, api.id),
    models: byKey(models, row => row.name),
    requestValidators: byKey(await manager.findBy(RequestValidatorRow, where), row => row.name),
    authorizers: byKey(await manager.findBy(AuthorizerRow, where), row => row.name),
    gatewayResponses: new Map(gatewayResponses.map(row => [row.responseType, row.version])),
    documentationParts: byKey(parts, row => row.locationKey),
  };
}

const TABLES = ['methods', 'method_responses', 'integrations', 'integration_responses'] as const;

async function highestVersion({ manager, accountId, region }: V1UseCase, restApiId: string): Promise<number> {
  const each = TABLES.map(table => `select max(version) as version from ${table} where account_id = $1 and region = $2 and rest_api_id = $3`).join(' union all ');
  const [row] = await manager.query<{ readonly version: number | null }[]>(`select max(version) as version from (${each}) as versions`, [accountId, region, restApiId]);
  return row?.version ?? 0;
}
