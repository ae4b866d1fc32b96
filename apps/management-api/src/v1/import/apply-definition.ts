import { type RestApiDefinition, type RestApiFields } from '@gatehouse/contract-definition';
import {
  AuthorizerRow, DocumentationPartRow, GatewayResponseRow, IntegrationResponseRow, IntegrationRow, MethodResponseRow, MethodRow, ModelRow, RequestValidatorRow, ResourceRow,
  type RestApiRow,
} from '@gatehouse/control-store';
import { Any } from 'typeorm';
import * as authorizerFaults from '../authorizers/authorizers.faults.js';
import { isOtherKind } from '../authorizers/hold-authorizer.js';
import { firstMethodThat } from '../methods/first-method-that.js';
import { checkRestApi } from '../rest-apis/rest-api.rules.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { type Findings } from './findings.js';
import { insertRows } from './insert-rows.js';
import { knownVpcLinks } from './known-vpc-links.js';
import { type MethodRows, planMethods, type Referable } from './plan-methods.js';
import { type ApiKeyColumns, type PartRows, planParts } from './plan-parts.js';
import { planResources, type ResourcePlan } from './plan-resources.js';
import { loadPresent, type PresentRows } from './present-rows.js';

/** merge: named things and methods of the document replace their namesakes, all else stays. overwrite: what the document has not goes. */
export type ImportMode = 'merge' | 'overwrite';

interface Plan { readonly parts: PartRows; readonly tree: ResourcePlan; readonly methods: MethodRows }

/**
 * Writes a document below an API that is locked. `after` is how the API itself will stand. Everything is checked first, by the rules of the single operations, and all that is
 * wrong is left in `findings`; with any finding nothing is written.
 */
export async function applyDefinition(
  useCase: V1UseCase, api: RestApiRow, after: RestApiFields & { readonly name: string }, definition: RestApiDefinition, mode: ImportMode, findings: Findings,
): Promise<void> {
  const present = await loadPresent(useCase, api);
  findings.attempt('', () => { checkRestApi(after); });
  const plan = makePlan(useCase, definition, present, await knownVpcLinks(useCase, definition), mode, findings);
  if (findings.errors.length > 0) return;
  await clearWay(useCase, present, plan, mode);
  await holdKinds(useCase, present, plan, findings);
  await writePlan(useCase, plan);
}

const byName = <Row extends { readonly name: string }>(rows: readonly Row[]): readonly (readonly [string, Row])[] => rows.map(row => [row.name, row]);

function makePlan(useCase: V1UseCase, definition: RestApiDefinition, present: PresentRows, vpcLinks: ReadonlySet<string>, mode: ImportMode, findings: Findings): Plan {
  const key = { ...scopeOf(useCase), restApiId: present.api.id };
  const kept = <Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] => (mode === 'merge' ? [...map] : []);
  const models = new Set([...kept(present.models).map(([name]) => name), ...definition.models.map(model => model.name)]);
  const parts = planParts(definition, present, key, models, findings);
  const paths = new Set(['/', ...kept(present.resources).map(([path]) => path), ...definition.resources.map(resource => resource.path)]);
  const tree = planResources([...paths].sort(), present, key, useCase.now, findings);
  const referable: Referable = {
    models, vpcLinks,
    authorizers: new Map([...kept(present.authorizers), ...byName(parts.authorizers)].map(([name, { id, fields }]) => [name, { id, type: fields.type }])),
    requestValidators: new Map([...kept(present.requestValidators), ...byName(parts.requestValidators)].map(([name, { id }]) => [name, id])),
  };
  const methods = planMethods(definition, tree.byPath, referable, key, present.methodVersion + 1, findings);
  return { parts, tree, methods };
}

/** Takes away what the import replaces. What lies below a method or a resource goes with it. */
async function clearWay(useCase: V1UseCase, present: PresentRows, { parts, tree, methods }: Plan, mode: ImportMode): Promise<void> {
  const { manager } = useCase;
  const where = { ...scopeOf(useCase), restApiId: present.api.id };
  const all = mode === 'overwrite';
  if (all) await manager.delete(MethodRow, where);
  else await deleteMethods(useCase, where, methods);
  const gone = [...present.resources.values()].filter(row => !tree.byPath.has(row.path)).map(row => row.id);
  if (gone.length > 0) await manager.delete(ResourceRow, { ...where, id: Any(gone) });
  await manager.delete(ModelRow, all ? where : { ...where, name: Any(parts.models.map(row => row.name)) });
  await manager.delete(RequestValidatorRow, all ? where : { ...where, name: Any(parts.requestValidators.map(row => row.name)) });
  await manager.delete(AuthorizerRow, all ? where : { ...where, name: Any(parts.authorizers.map(row => row.name)) });
  await manager.delete(GatewayResponseRow, all ? where : { ...where, responseType: Any(parts.gatewayResponses.map(row => row.responseType)) });
  await manager.delete(DocumentationPartRow, all ? where : { ...where, locationKey: Any(parts.documentationParts.map(row => row.locationKey)) });
}

/** What a merge leaves alone may still ask an authorizer that the document makes another kind of. Asked when the replaced methods are gone, so whoever asks now is one that stays. */
async function holdKinds(useCase: V1UseCase, present: PresentRows, { parts }: Plan, findings: Findings): Promise<void> {
  for (const { id, name, fields } of parts.authorizers) {
    const before = present.authorizers.get(name)?.fields;
    if (before === undefined || !isOtherKind(before, fields)) continue;
    const user = await firstMethodThat(useCase, present.api.id, 'authorizer', id);
    if (user) findings.add(`Unable to create authorizer '${name}'`, authorizerFaults.kindInUse(name, user).message);
  }
}

/** One statement for however many methods. */
async function deleteMethods({ manager }: V1UseCase, { accountId, region, restApiId }: ApiKeyColumns, { methods }: MethodRows): Promise<void> {
  await manager.query(
    'delete from methods where account_id = $1 and region = $2 and rest_api_id = $3 and (resource_id, http_method) in (select * from unnest($4::text[], $5::text[]))',
    [accountId, region, restApiId, methods.map(row => row.resourceId), methods.map(row => row.httpMethod)],
  );
}

async function writePlan({ manager, now }: V1UseCase, { parts, tree, methods }: Plan): Promise<void> {
  await insertRows(manager, ModelRow, parts.models, now);
  await insertRows(manager, RequestValidatorRow, parts.requestValidators, now);
  await insertRows(manager, AuthorizerRow, parts.authorizers, now);
  await insertRows(manager, GatewayResponseRow, parts.gatewayResponses, now);
  await insertRows(manager, DocumentationPartRow, parts.documentationParts, now);
  await insertRows(manager, ResourceRow, tree.made, now);
  await insertRows(manager, MethodRow, methods.methods, now);
  await insertRows(manager, MethodResponseRow, methods.methodResponses, now);
  await insertRows(manager, IntegrationRow, methods.integrations, now);
  await insertRows(manager, IntegrationResponseRow, methods.integrationResponses, now);
}
