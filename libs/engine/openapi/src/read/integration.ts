import { type IntegrationDefinition } from '@gatehouse/contract-definition';
import { byText, flagOf, isObject, objectOf, type Plain, type PlainObject, textMapOf, textOf, textsOf, wholeOf } from './plain.js';
import { type Reading } from './reading.js';

type Fields = IntegrationDefinition['fields'];
type Response = IntegrationDefinition['integrationResponses'][number];

const TYPES = ['HTTP', 'AWS', 'MOCK', 'HTTP_PROXY', 'AWS_PROXY'] as const;
const PASSTHROUGH = ['WHEN_NO_MATCH', 'NEVER', 'WHEN_NO_TEMPLATES'] as const;
const CONTENT_HANDLING = ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'] as const;
const CONNECTION_TYPES = ['INTERNET', 'VPC_LINK'] as const;
const TRANSFER_MODES = ['BUFFERED', 'STREAM'] as const;

const DEFAULT_TIMEOUT_MS = 29_000;

/** `x-amazon-apigateway-integration`, by itself or by a reference to one of `x-amazon-apigateway-integrations`; null = the operation has none. */
export function integrationOf(reading: Reading, value: Plain | undefined, where: string): IntegrationDefinition | null {
  const given = reading.follow(value);
  if (!isObject(given)) return null;
  reading.spendOn(given);
  const fail = (reason: string): void => { reading.fail(`Unable to put integration on ${where}: ${reason}`); };
  const word = wordReader(given, fail);
  const type = word('type', 'IntegrationType', TYPES);
  if (type === null) {
    if (textOf(given['type']) === null) fail('Enumeration value for IntegrationType must be non-empty');
    return null;
  }
  return { fields: fieldsOf(given, type, word, fail), integrationResponses: responsesOf(reading, given, where) };
}

type WordReader = <Word extends string>(member: string, label: string, words: readonly Word[]) => Word | null;

/** Words are taken in any case: exports write some of them small. */
function wordReader(given: PlainObject, fail: (reason: string) => void): WordReader {
  return (member, label, words) => {
    const text = textOf(given[member]);
    if (text === null || text === '') return null;
    const word = words.find(each => each === text.toUpperCase()) ?? null;
    if (word === null) fail(`Invalid ${label} specified. Valid options are ${words.join(',')}`);
    return word;
  };
}

function fieldsOf(given: PlainObject, type: Fields['type'], word: WordReader, fail: (reason: string) => void): Fields {
  const timeout = given['timeoutInMillis'];
  if (timeout !== undefined && wholeOf(timeout) === null) fail('Timeout should be between 50 ms and 29000 ms');
  const tls = given['tlsConfig'];
  return {
    type,
    httpMethod: textOf(given['httpMethod'])?.toUpperCase() || null,
    uri: textOf(given['uri']) || null,
    connectionType: word('connectionType', 'ConnectionType', CONNECTION_TYPES) ?? (type.startsWith('HTTP') ? 'INTERNET' : null),
    connectionId: textOf(given['connectionId']) || null,
    credentials: textOf(given['credentials']) || null,
    requestParameters: textMapOf(given['requestParameters']),
    requestTemplates: textMapOf(given['requestTemplates']),
    passthroughBehavior: word('passthroughBehavior', 'PassthroughBehavior', PASSTHROUGH) ?? 'WHEN_NO_MATCH',
    contentHandling: word('contentHandling', 'ContentHandling', CONTENT_HANDLING),
    timeoutInMillis: wholeOf(timeout) ?? DEFAULT_TIMEOUT_MS,
    cacheNamespace: textOf(given['cacheNamespace']) || null,
    cacheKeyParameters: [...new Set(textsOf(given['cacheKeyParameters']))],
    insecureSkipVerification: isObject(tls) ? flagOf(tls['insecureSkipVerification']) : null,
    responseTransferMode: word('responseTransferMode', 'responseTransferMode', TRANSFER_MODES),
    integrationTarget: textOf(given['integrationTarget']) || null,
  };
}

/** Pattern -> response; the pattern `default` marks the default response. Of two for one status code the last stays. */
function responsesOf(reading: Reading, given: PlainObject, where: string): readonly Response[] {
  const found = new Map<string, Response>();
  for (const [pattern, item] of Object.entries(objectOf(given['responses']))) {
    if (!isObject(item)) continue;
    const statusCode = textOf(item['statusCode']);
    if (statusCode === null || !/^[1-5]\d\d$/.test(statusCode)) {
      reading.fail(`Unable to put integration response on ${where}: Invalid Response status code specified`);
      continue;
    }
    if (found.has(statusCode)) reading.warn(`Several integration responses on ${where} answer status code ${statusCode}. Only the last one is kept.`);
    const contentHandling = textOf(item['contentHandling'])?.toUpperCase();
    found.set(statusCode, {
      statusCode,
      fields: {
        selectionPattern: pattern === 'default' || pattern === '' ? null : pattern,
        responseParameters: textMapOf(item['responseParameters']),
        responseTemplates: textMapOf(item['responseTemplates']),
        contentHandling: CONTENT_HANDLING.find(each => each === contentHandling) ?? null,
      },
    });
  }
  return [...found.values()].sort(byText(response => response.statusCode));
}
