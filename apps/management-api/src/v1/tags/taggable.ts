import { parseArn } from '@gatehouse/contract-primitives';
import { badRequest, notFound, type ServiceFault } from '@gatehouse/contract-wire';
import { ApiKeyRow, RestApiRow, type Row, StageRow, UsagePlanRow } from '@gatehouse/control-store';
import { noSuchKey } from '../api-keys/api-keys.faults.js';
import { noSuchApi } from '../rest-apis/rest-apis.faults.js';
import { noSuchPlan } from '../usage-plans/usage-plans.faults.js';
import { type V1UseCase } from '../use-case.js';

/** A table whose rows carry tags, and the row of it that an ARN names. */
export interface Taggable { readonly entity: new () => Row & { tags: Readonly<Record<string, string>> }; readonly where: Readonly<Record<string, string>>; readonly missing: ServiceFault }

interface Kind { readonly path: RegExp; readonly find: (ids: readonly string[], useCase: V1UseCase) => Taggable }

const KINDS: readonly Kind[] = [
  { path: /^\/restapis\/([^/]+)$/, find: ([id = ''], { accountId }) => ({ entity: RestApiRow, where: { id }, missing: noSuchApi(accountId, id) }) },
  { path: /^\/restapis\/([^/]+)\/stages\/([^/]+)$/, find: ([restApiId = '', stageName = '']) => ({ entity: StageRow, where: { restApiId, stageName }, missing: notFound('Invalid stage identifier specified') }) },
  { path: /^\/apikeys\/([^/]+)$/, find: ([id = '']) => ({ entity: ApiKeyRow, where: { id }, missing: noSuchKey() }) },
  { path: /^\/usageplans\/([^/]+)$/, find: ([id = '']) => ({ entity: UsagePlanRow, where: { id }, missing: noSuchPlan() }) },
];

/** What an ARN like `arn:aws:apigateway:us-east-1::/restapis/a1b2c3d4e5` names, or AWS's refusal. */
export function taggableOf(resourceArn: string, useCase: V1UseCase): Taggable {
  const arn = parseArn(resourceArn);
  if (arn === null) throw badRequest(`Invalid ARN. ARN is not well formed ${resourceArn.slice(0, 200)}`);
  const isOurs = arn.service === 'apigateway' && arn.region === useCase.region && ['', useCase.accountId].includes(arn.accountId);
  for (const { path, find } of isOurs ? KINDS : []) {
    const match = path.exec(arn.resource);
    if (match) return find(match.slice(1), useCase);
  }
  throw badRequest('Invalid ARN specified in the request');
}
