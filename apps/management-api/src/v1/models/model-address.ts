const PREFIX = 'https://apigateway.amazonaws.com/restapis/';
const ADDRESS = /^https:\/\/apigateway\.amazonaws\.com\/restapis\/([A-Za-z0-9]+)\/models\/([A-Za-z0-9]+)$/;

/** How one model's schema speaks of another model of its API: AWS's canonical form of a `$ref`. */
export const modelAddress = (restApiId: string, name: string): string => `${PREFIX}${restApiId}/models/${name}`;

/** The API and the model that a canonical `$ref` names, or null when it is none. */
export function readModelAddress(ref: string): { readonly restApiId: string; readonly name: string } | null {
  const [, restApiId, name] = ADDRESS.exec(ref) ?? [];
  return restApiId !== undefined && name !== undefined ? { restApiId, name } : null;
}
