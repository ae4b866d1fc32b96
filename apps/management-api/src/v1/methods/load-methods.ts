import { type IntegrationResponseRow, type IntegrationRow, type MethodResponseRow, type MethodRow } from '@gatehouse/control-store';
import { type V1UseCase } from '../use-case.js';

type Seen<Row extends { readonly version: number; readonly fields: object }, Key extends keyof Row> = Pick<Row, Key | 'version' | 'fields'>;

/** A method with everything that AWS shows inside it. */
export interface MethodView {
  readonly row: Seen<MethodRow, 'resourceId' | 'httpMethod'>;
  readonly responses: readonly Seen<MethodResponseRow, 'resourceId' | 'httpMethod' | 'statusCode'>[];
  readonly integration: IntegrationView | null;
}
export interface IntegrationView {
  readonly row: Seen<IntegrationRow, 'resourceId' | 'httpMethod'>;
  readonly responses: readonly Seen<IntegrationResponseRow, 'resourceId' | 'httpMethod' | 'statusCode'>[];
}

interface MethodKey { readonly resourceId: string; readonly httpMethod: string }
const keyOf = ({ resourceId, httpMethod }: MethodKey): string => `${resourceId}/${httpMethod}`;
const NONE: readonly never[] = [];

/**
 * The methods of the resources given, by resource id, sorted by name; of one method only when it is named. Four statements in all. Rows are read
 * plain: a page of 300 resources has 9,000 of them, and making entities of those costs more than reading them (bench/CONTROL.md).
 */
export async function loadMethods(useCase: V1UseCase, restApiId: string, resourceIds: readonly string[], httpMethod?: string): Promise<ReadonlyMap<string, readonly MethodView[]>> {
  const parameters = [useCase.accountId, useCase.region, restApiId, resourceIds, ...(httpMethod === undefined ? [] : [httpMethod])];
  const rowsOf = <Row>(table: string, statusCode: '' | ', status_code as "statusCode"'): Promise<readonly Row[]> => useCase.manager.query(
    `select resource_id as "resourceId", http_method as "httpMethod", version, fields${statusCode} from ${table}
     where account_id = $1 and region = $2 and rest_api_id = $3 and resource_id = any($4)${httpMethod === undefined ? '' : ' and http_method = $5'} order by http_method${statusCode && ', status_code'}`, parameters,
  );
  const methods = await rowsOf<MethodView['row']>('methods', '');
  const responses = Map.groupBy(await rowsOf<MethodView['responses'][number]>('method_responses', ', status_code as "statusCode"'), keyOf);
  const integrations = new Map((await rowsOf<IntegrationView['row']>('integrations', '')).map(row => [keyOf(row), row]));
  const integrationResponses = Map.groupBy(await rowsOf<IntegrationView['responses'][number]>('integration_responses', ', status_code as "statusCode"'), keyOf);
  const views = new Map<string, MethodView[]>();
  for (const row of methods) {
    const key = keyOf(row);
    const integration = integrations.get(key);
    const view = { row, responses: responses.get(key) ?? NONE, integration: integration ? { row: integration, responses: integrationResponses.get(key) ?? NONE } : null };
    const known = views.get(row.resourceId);
    if (known) known.push(view);
    else views.set(row.resourceId, [view]);
  }
  return views;
}
