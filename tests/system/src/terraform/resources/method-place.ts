import { type Attributes, type Schema, text } from '../schema.js';

/** How resources that hang on a method name it. */
export const METHOD_PARTS: Schema = { rest_api_id: text.required({ forcesNew: true }), resource_id: text.required({ forcesNew: true }), http_method: text.required({ forcesNew: true }) };

export interface MethodPlace { readonly restApiId: string; readonly resourceId: string; readonly httpMethod: string }

export const methodPlace = ({ rest_api_id, resource_id, http_method }: Attributes): MethodPlace =>
  ({ restApiId: rest_api_id as string, resourceId: resource_id as string, httpMethod: http_method as string });

/** `agm-{api}-{resource}-{method}` and its kin. */
export const methodId = (prefix: string, { restApiId, resourceId, httpMethod }: MethodPlace, ...rest: readonly string[]): string => [prefix, restApiId, resourceId, httpMethod, ...rest].join('-');
