/** Where stages are served, as exports and SDKs name it: the gateways' own address, and the domain below which every API has its host. */
export abstract class StageAddresses {
  abstract readonly url: string;
  abstract readonly domain: string;
}

/** `{apiId}.execute-api.{region}.{domain}`, with the gateways' port where it is not the scheme's own. */
export function addressOf({ url, domain }: StageAddresses, restApiId: string): { readonly scheme: 'http' | 'https'; readonly host: string } {
  const { protocol, port } = new URL(url);
  return { scheme: protocol === 'https:' ? 'https' : 'http', host: `${restApiId}.${domain}${port && `:${port}`}` };
}
