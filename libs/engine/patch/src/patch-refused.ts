/** A patch that was refused. Nothing of it has been applied. `missing` = the path names an entry that is not there (404); otherwise 400. */
export class PatchRefused extends Error {
  override readonly name = 'PatchRefused';
  constructor(message: string, readonly kind: 'invalid' | 'missing' = 'invalid', options?: ErrorOptions) {
    super(message, options);
  }
}
