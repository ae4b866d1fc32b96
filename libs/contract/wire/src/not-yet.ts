/** Families that no controller serves yet, each with its reason. Their operations answer 501 NotImplementedException. */
const FAMILIES: Readonly<Record<string, string>> = {
  exports: 'GetExport needs the OpenAPI engine',
  sdks: 'GetSdk needs the SDK generator',
  authorizers: 'the gateway has no authorizers yet',
  models: 'the gateway does not validate bodies yet',
  'request-validators': 'the gateway does not validate requests yet',
  'gateway-responses': 'the gateway answers with the default gateway responses only',
  'documentation-parts': 'documentation has no reader before the export',
  'documentation-versions': 'documentation has no reader before the export',
  'client-certificates': 'the gateway presents no client certificates yet',
  'domain-names': 'the gateway knows no custom domains yet',
  'base-path-mappings': 'the gateway knows no custom domains yet',
  'domain-name-access-associations': 'the gateway knows no custom domains yet',
  'vpc-links': 'the gateway reaches private backends directly',
  'stage-caches': 'the gateway has no response cache and no authorizer cache yet',
};

/** Single operations of families that are otherwise served. */
const OPERATIONS: Readonly<Record<string, string>> = {
  ImportRestApi: 'the import needs the OpenAPI engine',
  PutRestApi: 'the import needs the OpenAPI engine',
  TestInvokeMethod: 'a test invocation travels down the feed of a gateway, which is not built yet',
};

/** Why an operation is not served yet, or null when it is. */
export function notYet(row: { readonly service: string; readonly family: string; readonly name: string }): string | null {
  if (row.service === 'apigatewayv2') return 'HTTP and WebSocket APIs are not built yet';
  if (row.service === 'execute-api') return 'WebSocket connections are not built yet';
  return FAMILIES[row.family] ?? OPERATIONS[row.name] ?? null;
}
