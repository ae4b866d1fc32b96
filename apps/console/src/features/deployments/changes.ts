import type { Deployment, Resource } from '@gatehouse/client-calls';

/** How the draft differs from what a stage serves, method by method: `GET /pets`. */
export interface Changes {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** Compares the draft with a deployment's summary, which knows methods, their authorization and whether a key is required. */
export function changesOf(resources: readonly Resource[], summary: NonNullable<Deployment['apiSummary']>): Changes {
  const draft = new Map(
    resources.flatMap(resource =>
      Object.values(resource.resourceMethods ?? {}).map(
        method => [`${method.httpMethod} ${resource.path}`, access(method.authorizationType, method.apiKeyRequired)] as const,
      ),
    ),
  );
  const live = new Map(
    Object.entries(summary).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, frozen]) => [`${method} ${path}`, access(frozen.authorizationType, frozen.apiKeyRequired)] as const,
      ),
    ),
  );
  return {
    added: [...draft.keys()].filter(name => !live.has(name)).sort(),
    removed: [...live.keys()].filter(name => !draft.has(name)).sort(),
    changed: [...draft]
      .filter(([name, now]) => live.has(name) && live.get(name) !== now)
      .map(([name]) => name)
      .sort(),
  };
}

const access = (authorizationType: string | undefined, apiKeyRequired: boolean | undefined): string =>
  `${authorizationType ?? 'NONE'} ${apiKeyRequired ?? false}`;

/** Methods that cannot be deployed because nothing serves them. */
export const unserved = (resources: readonly Resource[]): readonly string[] =>
  resources
    .flatMap(resource =>
      Object.values(resource.resourceMethods ?? {})
        .filter(method => !method.methodIntegration)
        .map(method => `${method.httpMethod} ${resource.path}`),
    )
    .sort();
