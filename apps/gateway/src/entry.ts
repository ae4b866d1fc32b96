/** Where a caller came in: a public listener with the kinds of endpoint that this gateway is labelled for, or a private one that stands for one VPC endpoint. */
export type Entry =
  | { readonly kind: 'public'; readonly endpointTypes: ReadonlySet<string> }
  | { readonly kind: 'private'; readonly vpcEndpointId: string };

interface Endpoint { readonly endpointTypes: readonly string[]; readonly vpcEndpointIds: readonly string[] }

/** Whether a domain is reached at this entry: private ones through the VPC endpoints that they are associated with, and nowhere else. */
export function opens(entry: Entry, { endpointTypes, vpcEndpointIds }: Endpoint): boolean {
  if (endpointTypes.includes('PRIVATE')) return entry.kind === 'private' && vpcEndpointIds.includes(entry.vpcEndpointId);
  return entry.kind === 'public' && (endpointTypes.length === 0 || endpointTypes.some(type => entry.endpointTypes.has(type)));
}

/** The same for an api's own address. A private api that names no VPC endpoint is served by every private listener. */
export const opensApi = (entry: Entry, endpoint: Endpoint): boolean =>
  (endpoint.endpointTypes.includes('PRIVATE') && endpoint.vpcEndpointIds.length === 0 ? entry.kind === 'private' : opens(entry, endpoint));
