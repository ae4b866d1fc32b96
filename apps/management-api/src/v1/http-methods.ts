import { badRequest } from '@gatehouse/contract-wire';

/** The methods of API Gateway, in the order of AWS's sentence. */
const HTTP_METHODS: readonly string[] = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'ANY'];

/** AWS's sentence for a word that is no method. */
export const BAD_HTTP_METHOD = `Invalid HttpMethod specified. Valid options are ${HTTP_METHODS.join(',')}`;

/** The method, when it is one; AWS takes capitals only. */
export function checkHttpMethod(httpMethod: string): string {
  if (httpMethod === '') throw badRequest('Enumeration value for HttpMethod must be non-empty');
  if (!HTTP_METHODS.includes(httpMethod)) throw badRequest(BAD_HTTP_METHOD);
  return httpMethod;
}
