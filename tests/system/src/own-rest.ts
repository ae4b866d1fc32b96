import type { Reach } from './product.js';

export interface Propagation { readonly revision: number; readonly state: string; readonly served: number; readonly total: number }

/** Our own REST as the console calls it: signed in once, the page's token with every call. */
export class OwnRest {
  private constructor(private readonly reach: Reach, private readonly headers: Readonly<Record<string, string>>) {}

  static async signIn(reach: Reach): Promise<OwnRest> {
    const response = await fetch(`${reach.managementUrl}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ userName: reach.userName, password: reach.password }) });
    if (response.status !== 200) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`);
    const { csrfToken } = (await response.json()) as { csrfToken: string };
    return new OwnRest(reach, { 'cookie': response.headers.get('set-cookie')!.split(';')[0]!, 'x-gatehouse-csrf': csrfToken });
  }

  async get<T>(path: string): Promise<T> {
    const response = await fetch(`${this.reach.managementUrl}/api/v1${path}`, { headers: this.headers });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  }

  /** Waits until every live gateway serves the deployment. */
  served(restApiId: string, deploymentId: string): Promise<Propagation> {
    return this.get(`/restapis/${restApiId}/deployments/${deploymentId}/propagation?wait=10s`);
  }

  revision(n: number): Promise<Propagation> {
    return this.get(`/revisions/${n}/propagation?wait=10s`);
  }
}

/** Tries until `look` answers something but null, for what takes a moment by its nature. */
export async function eventually<T>(look: () => Promise<T | null>, withinMs = 10_000): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await look().catch((error: unknown) => { if (Date.now() > deadline) throw error; return null; });
    if (found !== null) return found;
    if (Date.now() > deadline) throw new Error(`it did not come within ${withinMs} ms`);
    await new Promise(resolve => setTimeout(resolve, 25));
  }
}
