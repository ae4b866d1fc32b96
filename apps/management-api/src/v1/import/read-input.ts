import { type EndpointType } from '@gatehouse/contract-definition';
import { badRequest } from '@gatehouse/contract-wire';
import { type BasePathMode, InvalidDocument, readApi, type ReadApi, readDocument } from '@gatehouse/engine-openapi';
import { BAD_ENDPOINT_TYPE } from '../rest-apis/rest-apis.faults.js';
import { type V1UseCase } from '../use-case.js';
import * as faults from './import.faults.js';

/** AWS's limit for one definition file, in bytes. */
const MAX_BYTES = 6 * 1024 * 1024;
const BASE_PATHS: readonly BasePathMode[] = ['ignore', 'prepend', 'split'];
const ENDPOINT_TYPES: readonly EndpointType[] = ['EDGE', 'REGIONAL', 'PRIVATE'];

/** What the two imports bring. `parameters` are the query parameters that AWS gives no member of their own. */
export interface ImportInput { readonly body: Uint8Array; readonly parameters?: Readonly<Record<string, string>> | undefined }

/** Reads the document that an import brings, as the caller's parameters want it read. */
export function readInput({ body, parameters = {} }: ImportInput, { accountId, region }: V1UseCase): ReadApi {
  if (body.byteLength > MAX_BYTES) throw faults.tooLarge();
  const parameter = (name: string): string | undefined => (Object.hasOwn(parameters, name) ? parameters[name] : undefined);
  const options = {
    basePath: basePathOf(parameter('basepath')), ignoreDocumentation: isIgnored(parameter('ignore')),
    endpointConfigurationTypes: typesOf(parameter('endpointConfigurationTypes')),
  };
  try {
    return readApi(readDocument(body, { accountId, region, partition: 'aws' }), options);
  } catch (error) {
    if (error instanceof InvalidDocument) throw faults.invalidDocument(error.kind, error.message);
    throw error;
  }
}

function basePathOf(text: string | undefined): BasePathMode {
  const mode = BASE_PATHS.find(each => each === (text ?? 'ignore').toLowerCase());
  if (!mode) throw faults.badBasePath();
  return mode;
}

function isIgnored(text: string | undefined): boolean {
  if (text !== undefined && text !== 'documentation') throw faults.badIgnore();
  return text === 'documentation';
}

function typesOf(text: string | undefined): readonly EndpointType[] | null {
  if (text === undefined) return null;
  return text.split(',').map(part => {
    const type = ENDPOINT_TYPES.find(each => each === part.trim().toUpperCase());
    if (!type) throw badRequest(BAD_ENDPOINT_TYPE);
    return type;
  });
}
