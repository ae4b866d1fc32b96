/** An ARN taken apart. `resource` keeps its own colons and slashes. */
export interface Arn { readonly partition: string; readonly service: string; readonly region: string; readonly accountId: string; readonly resource: string }

/** Reads an ARN, or answers null when it is not one. */
export function parseArn(text: string): Arn | null {
  const parts = text.split(':');
  if (parts.length < 6 || parts[0] !== 'arn') return null;
  const [, partition = '', service = '', region = '', accountId = ''] = parts;
  const resource = parts.slice(5).join(':');
  return partition && service && resource ? { partition, service, region, accountId, resource } : null;
}

/** The ARN of a management resource, e.g. `arn:aws:apigateway:us-east-1::/restapis/a1b2c3d4e5`. The account field is empty there. */
export const apigatewayArn = (region: string, path: string): string => `arn:aws:apigateway:${region}::${path}`;

/** The ARN that a call through the gateway is authorized against: `arn:aws:execute-api:{region}:{account}:{api}/{stage}/{METHOD}/{path}`. */
export const executeApiArn = (region: string, accountId: string, restApiId: string, stage: string, method: string, path: string): string =>
  `arn:aws:execute-api:${region}:${accountId}:${restApiId}/${stage}/${method}/${path.replace(/^\//, '')}`;
