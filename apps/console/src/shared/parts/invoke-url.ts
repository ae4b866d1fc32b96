import type { Deployment, Info } from '@gatehouse/client-calls';

/** Where a stage is called. `byPath` is null when the path form is switched off. */
export interface InvokeUrls {
  readonly byHost: string;
  readonly byPath: string | null;
}

/** The two addresses of a stage, without a slash at their end. */
export function invokeUrls({ gateway }: Pick<Info, 'gateway'>, restApiId: string, stageName: string): InvokeUrls {
  const { protocol, port, origin } = new URL(gateway.url);
  const stage = encodeURIComponent(stageName);
  return {
    byHost: `${protocol}//${restApiId}.${gateway.domain}${port ? `:${port}` : ''}/${stage}`,
    byPath: gateway.pathForm ? `${origin}/_aws/execute-api/${restApiId}/${stage}` : null,
  };
}

/** A call that a deployment answers: a GET without path parameters before all others. */
export interface SampleCall {
  readonly method: string;
  readonly path: string;
  readonly withKey: boolean;
}

/** Picks the call to show as an example; a path parameter becomes 1. */
export function sampleCall(summary: Deployment['apiSummary']): SampleCall {
  const calls = Object.entries(summary ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { apiKeyRequired }]) => ({ method, path, withKey: apiKeyRequired ?? false })),
  );
  const weight = ({ method, path }: SampleCall): number => (method === 'GET' ? 0 : method === 'ANY' ? 1 : 2) + (path.includes('{') ? 3 : 0);
  const best = calls.sort((a, b) => weight(a) - weight(b) || (a.path < b.path ? -1 : 1))[0] ?? { method: 'GET', path: '/', withKey: false };
  return { ...best, method: best.method === 'ANY' ? 'GET' : best.method, path: best.path.replaceAll(/\{[^}]+\}/g, '1') };
}

/** A curl that makes a call. The key stays a shell variable. */
export const curlOf = (url: string, { method, path, withKey }: SampleCall): string =>
  ['curl -i', ...(method === 'GET' ? [] : [`-X ${method}`]), ...(withKey ? ['-H "x-api-key: $API_KEY"'] : []), `'${url}${path}'`].join(' ');
