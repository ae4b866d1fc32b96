/** Where a caller came in: a public listener with the kinds of endpoint that this gateway is labelled for, or a private one that stands for one VPC endpoint. */
export type Entry =
  | { readonly kind: 'public'; readonly endpointTypes: ReadonlySet<string> }
  | { readonly kind: 'private'; readonly vpcEndpointId: string };

interface Endpoint { readonly endpointTypes: readonly string[]; readonly vpcEndpointIds: readonly string[] }

const isPrivate = ({ endpointTypes }: Endpoint): boolean => endpointTypes.includes('PRIVATE');

/** Whether a domain is reached at this entry: private ones through the VPC endpoints that they are associated with, and nowhere else. */
export function opens(entry: Entry, endpoint: Endpoint): boolean {
  const { endpointTypes, vpcEndpointIds } = endpoint;
  if (isPrivate(endpoint)) return entry.kind === 'private' && vpcEndpointIds.includes(entry.vpcEndpointId);
  return entry.kind === 'public' && (endpointTypes.length === 0 || endpointTypes.some(type => entry.endpointTypes.has(type)));
}

/** The same for an api's own address. A private api that names no VPC endpoint is served by every private listener. */
const opensApi = (entry: Entry, endpoint: Endpoint): boolean =>
  (isPrivate(endpoint) && endpoint.vpcEndpointIds.length === 0 ? entry.kind === 'private' : opens(entry, endpoint));

/** How an api may be reached at an entry: by its own address, and through a custom domain (a private api stays private, whatever domain is pointed at it). */
export interface Reach { readonly byAddress: boolean; readonly byDomain: boolean }

/** The answers of one entry, found once for each frozen api: every request asks. */
export class Reaches {
  readonly #known = new WeakMap<Endpoint, Reach>();

  constructor(private readonly entry: Entry) {}

  of(api: Endpoint): Reach {
    const known = this.#known.get(api);
    if (known !== undefined) return known;
    const byAddress = opensApi(this.entry, api);
    const reach = { byAddress, byDomain: byAddress || !isPrivate(api) };
    this.#known.set(api, reach);
    return reach;
  }
}
