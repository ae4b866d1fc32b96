/** A base path that was found: what it leads to, how it stands in the path (empty for the root), and what is left behind it. */
export interface BasePathMatch<T> { readonly value: T; readonly basePath: string; readonly rest: string }

/** The base paths of one custom domain: the longest that fits wins, and it fits by whole segments only, so `/api` is no beginning of `/apis`. */
export class BasePathTable<T> {
  /** With their leading slash; the longest first, the root (an empty text) last. */
  readonly #entries: readonly { readonly basePath: string; readonly value: T }[];

  constructor(entries: readonly { readonly basePath: string; readonly value: T }[]) {
    this.#entries = entries.map(({ basePath, value }) => ({ basePath: basePath === '' ? '' : `/${basePath}`, value })).sort((a, b) => b.basePath.length - a.basePath.length);
  }

  /** `path` as received, without its query. Base paths match as they are written, case included. */
  find(path: string): BasePathMatch<T> | null {
    for (const { basePath, value } of this.#entries) {
      if (!path.startsWith(basePath)) continue;
      if (path.length === basePath.length) return { value, basePath, rest: '/' };
      if (path.charCodeAt(basePath.length) === 47) return { value, basePath, rest: path.slice(basePath.length) };
    }
    return null;
  }
}
