import { type RestApiDefinition } from '@gatehouse/contract-definition';
import { clientFunctions, type ClientFunction } from './function-names.js';
import { RUNTIME } from './runtime.js';

/** Where the client calls, and what it is. `invokeUrl` ends in the stage. */
export interface ClientTarget { readonly invokeUrl: string; readonly region: string; readonly version: string }

const FOLDER = 'apiGateway-js-sdk';
/** A text as a JavaScript literal that no text can leave, also inside a script element. */
const literal = (value: unknown): string => JSON.stringify(value).replace(/[<\u2028\u2029]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
/** A text as the inside of a comment. */
const comment = (text: string): string => text.replace(/\*\//g, '* /').replace(/\s+/g, ' ');

/** The files of AWS's `javascript` SDK for an API, by their path in the archive: `apigClientFactory.newClient(config)` and one function for each method. */
export function generateJavaScript(api: RestApiDefinition, target: ClientTarget): Readonly<Record<string, string>> {
  const functions = clientFunctions(api);
  return {
    [`${FOLDER}/apigClient.js`]: client(api, functions, target),
    [`${FOLDER}/apigClient.d.ts`]: types(functions),
    [`${FOLDER}/package.json`]: `${JSON.stringify({ name: packageName(api.name), version: '1.0.0', description: `Client of ${api.name}`, main: 'apigClient.js', types: 'apigClient.d.ts', private: true }, null, 2)}\n`,
    [`${FOLDER}/README.md`]: readme(api, functions, target),
  };
}

const packageName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 100) || 'api-client';

const client = (api: RestApiDefinition, functions: readonly ClientFunction[], { invokeUrl, region, version }: ClientTarget): string => `/* ${comment(api.name)} ${comment(version)}: a generated client. */
(function (root, factory) {
  if (typeof module === 'object' && module.exports) module.exports = factory();
  else root.apigClientFactory = factory();
})(typeof self !== 'undefined' ? self : this, function () {
  'use strict';
${RUNTIME}
  var functions = ${literal(functions)};

  /** config: accessKey, secretKey, sessionToken, region (for methods with IAM), apiKey, defaultContentType, defaultAcceptType, defaultHeaders, invokeUrl, fetch. */
  function newClient(given) {
    var config = Object.assign({ invokeUrl: ${literal(invokeUrl)}, region: ${literal(region)}, defaultContentType: 'application/json', defaultAcceptType: 'application/json', defaultHeaders: {} }, given);
    var client = {};
    functions.forEach(function (fn) {
      client[fn.name] = function (params, body, additionalParams) { return call(config, fn, params, body, additionalParams); };
    });
    return client;
  }
  return { newClient: newClient };
});
`;

const types = (functions: readonly ClientFunction[]): string => `export interface ClientConfig {
  accessKey?: string;
  secretKey?: string;
  sessionToken?: string;
  region?: string;
  apiKey?: string;
  defaultContentType?: string;
  defaultAcceptType?: string;
  defaultHeaders?: Record<string, string>;
  invokeUrl?: string;
  fetch?: typeof fetch;
}
export interface ClientResponse { status: number; statusText: string; headers: Record<string, string>; data: any }
export interface AdditionalParams { headers?: Record<string, string>; queryParams?: Record<string, string | string[]> }
export interface Client {
${functions.map(({ name, verb, path, pathParameters, query, headers }) => `  /** ${verb} ${comment(path)} */
  ${name}(params${pathParameters.length > 0 ? '' : '?'}: { ${[...pathParameters.map(parameter => `${literal(parameter)}: string | number`), ...[...query, ...headers].map(parameter => `${literal(parameter)}?: string | number`)].join('; ')} }, body?: unknown, additionalParams?: AdditionalParams): Promise<ClientResponse>;`).join('\n')}
}
export function newClient(config?: ClientConfig): Client;
`;

const readme = (api: RestApiDefinition, functions: readonly ClientFunction[], { invokeUrl }: ClientTarget): string => `# Client of ${api.name.replace(/\s+/g, ' ')}

Calls ${invokeUrl}. No dependency; browsers and Node 18 or later.

    const apigClient = apigClientFactory.newClient();                       // <script src="apigClient.js"> in a page
    const apigClient = require('./apigClient.js').newClient();               // in Node
    const apigClient = apigClientFactory.newClient({ apiKey: '...' });       // a method that asks for an API key
    const apigClient = apigClientFactory.newClient({ accessKey: '...', secretKey: '...' });   // a method with IAM authorization

    apigClient.${functions[0]?.name ?? 'rootGet'}(params, body, additionalParams).then(result => console.log(result.status, result.data));

\`params\` holds path variables, query parameters and headers by name; \`additionalParams\` has \`headers\` and \`queryParams\` that the API does not declare.
An answer of 400 or more rejects with an error whose \`response\` is the answer.

| function | request |
|---|---|
${functions.map(({ name, verb, path }) => `| \`${name}\` | \`${verb} ${path}\` |`).join('\n')}
`;
