/** The verbs that ANY stands for at AWS. Anything else reaches no method. */
const ANY_VERBS = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']);

/** The methods of one resource: the verb's own, else ANY. HEAD is never answered by GET. */
export class MethodTable<T> {
  readonly #byVerb = new Map<string, T>();
  #any: T | null = null;

  set(httpMethod: string, value: T): void {
    if (httpMethod === 'ANY') this.#any = value;
    else this.#byVerb.set(httpMethod, value);
  }

  find(verb: string): T | null {
    return this.#byVerb.get(verb) ?? (this.#any !== null && ANY_VERBS.has(verb) ? this.#any : null);
  }
}
