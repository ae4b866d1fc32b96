// The family (one folder of the management API) of an operation, read off the literal segments of its path.
const V1 = {
  restapis: 'rest-apis', 'restapis/resources': 'resources', 'restapis/resources/methods': 'methods', 'restapis/resources/methods/responses': 'method-responses',
  'restapis/resources/methods/integration': 'integrations', 'restapis/resources/methods/integration/responses': 'integration-responses',
  'restapis/deployments': 'deployments', 'restapis/stages': 'stages', 'restapis/stages/cache/data': 'stage-caches', 'restapis/stages/cache/authorizers': 'stage-caches',
  'restapis/stages/exports': 'exports', 'restapis/stages/sdks': 'sdks', sdktypes: 'sdks', 'restapis/authorizers': 'authorizers', 'restapis/models': 'models',
  'restapis/models/default_template': 'models', 'restapis/requestvalidators': 'request-validators', 'restapis/gatewayresponses': 'gateway-responses',
  'restapis/documentation/parts': 'documentation-parts', 'restapis/documentation/versions': 'documentation-versions', apikeys: 'api-keys', usageplans: 'usage-plans',
  'usageplans/keys': 'usage-plan-keys', 'usageplans/usage': 'usage', 'usageplans/keys/usage': 'usage', domainnames: 'domain-names',
  'domainnames/basepathmappings': 'base-path-mappings', domainnameaccessassociations: 'domain-name-access-associations', rejectdomainnameaccessassociations: 'domain-name-access-associations',
  tags: 'tags', account: 'account', clientcertificates: 'client-certificates', vpclinks: 'vpc-links',
};

/** v2 and management families are named by the last literal segment. */
export function familyOf(service, uriPath) {
  const literals = uriPath.split('/').filter((segment) => segment && !segment.startsWith('{'));
  if (service !== 'apigateway') return literals.at(-1).replace('@', '');
  const family = V1[literals.join('/')];
  if (!family) throw new Error(`no family for ${uriPath}: add it to tools/family.mjs`);
  return family;
}
