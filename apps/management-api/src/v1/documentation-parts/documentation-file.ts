import { type DocumentationPartDefinition } from '@gatehouse/contract-definition';
import { type DocumentationPartType, enumValues, ServiceFault } from '@gatehouse/contract-wire';
import { InvalidDocument, type Plain, type PlainObject, readApi, readDocument } from '@gatehouse/engine-openapi';
import * as faults from './documentation-parts.faults.js';
import { locationKey, readLocation, tellLocation } from './location.js';
import { checkProperties } from './properties.js';

const EXTENSION = 'x-amazon-apigateway-documentation';
const MAX_PARTS = 2_000;

/** What an OpenAPI file says of an API: one part a location, and a sentence for each part that is none. */
export interface DocumentationFile { readonly parts: readonly DocumentationPartDefinition[]; readonly warnings: readonly string[] }

/** Reads an OpenAPI file (JSON or YAML): the parts of its extension when it has one, else what its descriptions say. */
export function readDocumentationFile(body: Uint8Array): DocumentationFile {
  try {
    const document = readDocument(body);
    if (!isObject(document) || (!Object.hasOwn(document, 'swagger') && !Object.hasOwn(document, 'openapi'))) throw faults.noOpenApi();
    return gather(partsIn(document));
  } catch (error) {
    if (error instanceof InvalidDocument) throw error.kind === 'unreadable' ? faults.unreadableDocument() : faults.noOpenApi();
    throw error;
  }
}

const isObject = (value: unknown): value is PlainObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A part as a file has it, before anybody has looked at it. */
interface GivenPart { readonly location?: unknown; readonly properties?: unknown }

function partsIn(document: PlainObject): readonly GivenPart[] {
  const extension = document[EXTENSION];
  if (!isObject(extension)) return readApi(document).definition.documentationParts;
  const given = extension['documentationParts'];
  return Array.isArray(given) ? (given as readonly Plain[]).map(part => (isObject(part) ? part : {})) : [];
}

function gather(given: readonly GivenPart[]): DocumentationFile {
  if (given.length > MAX_PARTS) throw faults.tooManyParts(MAX_PARTS);
  const parts = new Map<string, DocumentationPartDefinition>();
  const warnings: string[] = [];
  for (const [index, each] of given.entries()) {
    try {
      const part = readPart(each);
      const key = locationKey(part.location);
      if (parts.has(key)) warnings.push(`Documentation part ${index + 1}: another part has the same location: ${tellLocation(part.location)}. Ignoring.`);
      else parts.set(key, part);
    } catch (error) {
      if (!(error instanceof ServiceFault)) throw error;
      warnings.push(`Documentation part ${index + 1}: ${error.message}. Ignoring.`);
    }
  }
  return { parts: [...parts.values()], warnings };
}

function readPart({ location, properties }: GivenPart): DocumentationPartDefinition {
  const at = isObject(location) ? location : {};
  const type = textOf(at['type']);
  if (type === undefined || !enumValues('DocumentationPartType').includes(type)) throw faults.noType();
  return {
    location: readLocation({ type: type as DocumentationPartType, path: textOf(at['path']), method: textOf(at['method']), statusCode: textOf(at['statusCode']), name: textOf(at['name']) }),
    properties: checkProperties(typeof properties === 'string' ? properties : JSON.stringify(properties ?? null)),
  };
}

/** YAML writes status codes as numbers. */
const textOf = (value: unknown): string | undefined => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined);
