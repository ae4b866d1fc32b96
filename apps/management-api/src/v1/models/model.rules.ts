import { type ModelFields } from '@gatehouse/contract-definition';
import { badContentType } from '../mapping-rules.js';
import { checkLengths } from '../text-rules.js';
import * as faults from './models.faults.js';
import { checkSchema, isJsonModel } from './schema-rules.js';

const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(\s*;.*)?$/;
const MAX_CONTENT_TYPE = 1_024;

/** Letters and digits; methods and other schemas refer to a model by this name. */
export function checkModelName(name: string): string {
  if (name === '') throw faults.emptyName();
  if (!/^[A-Za-z0-9]+$/.test(name)) throw faults.badName(name);
  if (name.length > 1_024) throw faults.longName();
  return name;
}

/** What must hold of a model after a create or a patch. Answers the models that its schema refers to, which must be there. */
export function checkModel(restApiId: string, { description, contentType, schema }: ModelFields): readonly string[] {
  if (contentType.length > MAX_CONTENT_TYPE || !MEDIA_TYPE.test(contentType)) throw badContentType(contentType.slice(0, MAX_CONTENT_TYPE));
  checkLengths({ description });
  return schema !== null && isJsonModel(contentType) ? checkSchema(restApiId, schema) : [];
}
