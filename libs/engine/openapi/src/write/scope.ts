import { type MethodDefinition, type RestApiDefinition } from '@gatehouse/contract-definition';
import { type Documentation } from './documentation.js';
import { type Kept } from './kept.js';

/** What the caller of an export may ask for beside the bare document. `apigateway` is all of AWS's but `postman`; `gatehouse` is that and everything else that is known. */
export const EXTENSIONS = ['integrations', 'authorizers', 'documentation', 'validators', 'gatewayresponses', 'apigateway', 'postman', 'gatehouse'] as const;
export type Extension = (typeof EXTENSIONS)[number];

/** Which document is wanted, and what a definition does not know of itself. */
export interface WriteOptions {
  readonly exportType: 'oas30' | 'swagger';
  readonly extensions: ReadonlySet<Extension>;
  /** Where the stage is served. */
  readonly server: { readonly scheme: 'http' | 'https'; readonly host: string; readonly stageName: string };
  readonly region: string;
  /** The version of an API that has none: `2020-01-31T10:20:30Z`. */
  readonly createdDate: string;
  /** The documentation version whose parts the definition holds. */
  readonly documentation: { readonly version: string; readonly createdDate: string } | null;
}

/** One method of an API at its path, and the place under which its kept values lie. */
export interface Operation { readonly path: string; readonly method: MethodDefinition; readonly place: string }
/** Media types and their models, by media type. */
export type Bodies = readonly (readonly [mediaType: string, model: string])[];

/** How a document speaks of models. */
export interface ModelNames {
  /** Where models lie: the beginning of every reference to one. */
  readonly schemas: string;
  /** Which of a body's models a document names: Swagger has one schema for all media types. */
  named(bodies: Bodies): readonly string[];
}

/** What every part of the writer knows. */
export interface Scope {
  readonly definition: RestApiDefinition;
  readonly options: WriteOptions;
  readonly dialect: ModelNames;
  readonly documentation: Documentation;
  readonly kept: Kept;
  readonly models: ReadonlySet<string>;
  asks(extension: Extension): boolean;
}

/** What a caller means by the extensions named. */
export const asking = (extensions: ReadonlySet<Extension>) => (extension: Extension): boolean => {
  if (extensions.has(extension)) return true;
  if (extension === 'postman' || extension === 'gatehouse') return false;
  return extensions.has('gatehouse') || extensions.has('apigateway');
};
