/** Where a VPC link leads now. */
export interface LinkTarget { readonly isSecure: boolean; readonly host: string; readonly port: number }

/** The VPC links as steps see them: asked at each request, because a link changes without a deployment. undefined = nobody knows the id; null = the integration's own host is called. */
export interface VpcLinks { find(vpcLinkId: string): LinkTarget | null | undefined }

/** The links in memory: pages come in by pointer, targets go out by id. */
export class LinkBook implements VpcLinks {
  readonly #targets = new Map<string, LinkTarget | null>();
  readonly #ids = new Map<string, string>();

  /** `target` is an origin such as `http://10.0.0.5:8080`. Throws when it is none. */
  set(pointer: string, vpcLinkId: string, target: string | null): void {
    this.#targets.set(vpcLinkId, target === null ? null : readTarget(target));
    this.#ids.set(pointer, vpcLinkId);
  }

  drop(pointer: string): void {
    const id = this.#ids.get(pointer);
    if (id === undefined) return;
    this.#ids.delete(pointer);
    this.#targets.delete(id);
  }

  find(vpcLinkId: string): LinkTarget | null | undefined {
    return this.#targets.get(vpcLinkId);
  }
}

function readTarget(text: string): LinkTarget {
  const match = /^(https?):\/\/(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?\/?$/i.exec(text);
  if (match === null) throw new Error(`${text} is no origin, such as http://10.0.0.5:8080`);
  const isSecure = match[1]!.toLowerCase() === 'https';
  return { isSecure, host: match[2]!.replace(/^\[|\]$/g, ''), port: Number(match[3] ?? (isSecure ? 443 : 80)) };
}
