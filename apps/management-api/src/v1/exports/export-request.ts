import { type GetExportRequest } from '@gatehouse/contract-wire';
import { EXTENSIONS, type Extension, type JsonObject, writeJson, writeYaml } from '@gatehouse/engine-openapi';
import { badAccept, badExportType, badExtension } from './exports.faults.js';

/** How a document is written, and what its file is called at the end. */
export interface Form { readonly ending: 'json' | 'yaml'; write(document: JsonObject): string }

const JSON_FORM: Form = { ending: 'json', write: writeJson };
const YAML_FORM: Form = { ending: 'yaml', write: writeYaml };
const FORMS: Readonly<Record<string, Form>> = {
  'application/json': JSON_FORM, 'application/hal+json': JSON_FORM, 'application/*': JSON_FORM, '*/*': JSON_FORM,
  'application/yaml': YAML_FORM, 'application/x-yaml': YAML_FORM, 'text/yaml': YAML_FORM,
};

const TYPES = ['oas30', 'swagger'] as const;
export type ExportType = (typeof TYPES)[number];

/** The document that is asked for, or 400. */
export function exportTypeOf({ exportType }: GetExportRequest): ExportType {
  const type = TYPES.find(known => known === exportType);
  if (!type) throw badExportType(exportType);
  return type;
}

/** `extensions=integrations,authorizers`: which of them, or 400 for a word that nobody knows. */
export function extensionsOf({ parameters }: GetExportRequest): ReadonlySet<Extension> {
  const words = (parameters?.['extensions'] ?? '').split(',').map(word => word.trim()).filter(word => word !== '');
  return new Set(words.map(word => {
    const extension = EXTENSIONS.find(known => known === word);
    if (!extension) throw badExtension(word);
    return extension;
  }));
}

/** The first media type of the Accept header that we write, JSON when there is none; 400 when it names only others. */
export function formOf({ accepts }: GetExportRequest): Form {
  if (!accepts?.trim()) return JSON_FORM;
  const named = accepts.split(',').map(type => type.split(';')[0]!.trim().toLowerCase());
  const form = named.map(type => (Object.hasOwn(FORMS, type) ? FORMS[type] : undefined)).find(known => known !== undefined);
  if (!form) throw badAccept(accepts);
  return form;
}
