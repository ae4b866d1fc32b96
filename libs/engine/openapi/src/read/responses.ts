import { type MethodResponseFields } from '@gatehouse/contract-definition';
import { type Models } from './models.js';
import { keepRest } from './parameters.js';
import { byText, isObject, objectOf, type Plain, type PlainObject, sortedMap } from './plain.js';
import { placeOf, type Reading } from './reading.js';
import { mediaTypesOf, raiseResponse } from './swagger-two.js';

/** A response that has been followed, in OpenAPI 3's form. */
export interface DocumentResponse { readonly statusCode: string; readonly value: PlainObject }

/** The responses of an operation with a status code. `default` has no place in API Gateway and is kept as a whole. */
export function responsesOf(reading: Reading, operation: PlainObject, method: readonly string[], where: string): readonly DocumentResponse[] {
  const produces = mediaTypesOf(operation, reading.root, 'produces');
  const found: DocumentResponse[] = [];
  for (const [statusCode, item] of Object.entries(objectOf(operation['responses']))) {
    if (statusCode.startsWith('x-')) continue;
    const followed = reading.follow(item);
    if (!isObject(followed)) continue;
    const value = reading.isSwagger ? raiseResponse(followed, produces) : followed;
    if (/^[1-5]\d\d$/.test(statusCode)) found.push({ statusCode, value });
    else {
      reading.keep(placeOf(...method, 'responses', statusCode), '', reading.portable(value));
      if (statusCode !== 'default') reading.warn(`Invalid response status code '${statusCode}' for ${where}. Ignoring.`);
    }
  }
  return found.sort(byText(response => response.statusCode));
}

/** What a method declares for a status code: header names and models by content type. */
export function methodResponseOf(
  reading: Reading, models: Models, { statusCode, value }: DocumentResponse, method: readonly string[],
): { readonly statusCode: string; readonly fields: MethodResponseFields } {
  const at = [...method, 'responses', statusCode];
  const headers: [string, boolean][] = [];
  for (const [name, item] of Object.entries(objectOf(value['headers']))) {
    const header = objectOf(reading.follow(item));
    headers.push([`method.response.header.${name}`, header['required'] === true]);
    keepRest(reading, placeOf(...at, 'headers', name), header);
  }
  reading.keepMembers(placeOf(...at), value, key => key !== 'description' && key !== 'headers' && key !== 'content');
  return { statusCode, fields: { responseParameters: sortedMap(headers), responseModels: modelsOf(reading, models, value['content'], [...at, 'content']) } };
}

/** Content type -> model. Examples and encodings are kept. */
export function modelsOf(reading: Reading, models: Models, content: Plain | undefined, at: readonly string[]): Readonly<Record<string, string>> {
  const named: [string, string][] = [];
  for (const [type, item] of Object.entries(objectOf(content))) {
    const media = objectOf(reading.follow(item));
    const model = models.nameOf(media['schema']);
    if (model !== null) named.push([type, model]);
    reading.keepMembers(placeOf(...at, type), media, key => key !== 'schema');
  }
  return sortedMap(named);
}
