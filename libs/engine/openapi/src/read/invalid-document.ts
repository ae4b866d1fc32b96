/**
 * `unreadable`: no JSON or YAML, or no OpenAPI document at all. `malformed`: an OpenAPI document whose parts are not what they must be. `hostile`: a document that is
 * refused for what it would cost or reach.
 */
export type InvalidKind = 'unreadable' | 'malformed' | 'hostile';

/** Why a document cannot be read. The message is for its author. */
export class InvalidDocument extends Error {
  constructor(readonly kind: InvalidKind, message: string, options?: ErrorOptions) {
    super(message, options);
  }
}

/** The most that a document may hold; aliases count as often as they are used. YAML costs ten times what JSON does, so its own values (keys among them) are fewer. */
export const LIMITS = { depth: 100, nodes: 500_000, yamlValues: 250_000, yamlLines: 500_000, aliases: 1_000, expanded: 500_000, hops: 100, resources: 10_000 } as const;

export const tooDeep = (): InvalidDocument => new InvalidDocument('hostile', `The document is nested deeper than ${LIMITS.depth} levels.`);
export const tooLarge = (limit: number): InvalidDocument => new InvalidDocument('hostile', `The document has more than ${limit} values.`);
export const tooManyLines = (): InvalidDocument => new InvalidDocument('hostile', `The document has more than ${LIMITS.yamlLines} lines.`);
export const tooManyAliases = (): InvalidDocument => new InvalidDocument('hostile', `The document uses more than ${LIMITS.aliases} aliases.`);
export const endlessAlias = (name: string): InvalidDocument => new InvalidDocument('hostile', `The alias '${name}' contains itself.`);
export const tooExpanded = (): InvalidDocument => new InvalidDocument('hostile', `The document has more than ${LIMITS.expanded} values once its references are followed.`);
export const tooManyResources = (): InvalidDocument => new InvalidDocument('hostile', `The document has more than ${LIMITS.resources} resources.`);
export const duplicateKey = (key: string): InvalidDocument => new InvalidDocument('malformed', `The key '${key.slice(0, 200)}' appears twice in one object.`);
export const remoteReference = (ref: string): InvalidDocument =>
  new InvalidDocument('hostile', `The reference '${ref.slice(0, 200)}' leaves the document; only references that start with # are followed.`);
export const endlessReference = (ref: string): InvalidDocument =>
  new InvalidDocument('hostile', `The reference '${ref.slice(0, 200)}' leads back to itself, or nowhere within ${LIMITS.hops} steps.`);
