/** Families that no controller serves yet, each with its reason. Their operations answer 501 NotImplementedException. */
const FAMILIES: Readonly<Record<string, string>> = {
};

/** Single operations of families that are otherwise served. */
const OPERATIONS: Readonly<Record<string, string>> = {
};

/** Why an operation is not served yet, or null when it is. */
export function notYet(row: { readonly service: string; readonly family: string; readonly name: string }): string | null {
  if (row.service === 'apigatewayv2') return 'HTTP and WebSocket APIs are not built yet';
  if (row.service === 'execute-api') return 'WebSocket connections are not built yet';
  return FAMILIES[row.family] ?? OPERATIONS[row.name] ?? null;
}
