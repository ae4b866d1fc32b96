import { type IntegrationDefinition } from '@gatehouse/contract-definition';
import { type JsonObject, anyMembers, anyOf, firstOfEach, members, sortedMap } from './json.js';

/** What an integration has when nobody says otherwise; AWS does not write it, and neither INTERNET as the way to the backend. */
const DEFAULT_TIMEOUT = 29_000;

const given = (value: string | null): string | undefined => value || undefined;
const mapOf = (map: Readonly<Record<string, string>>): JsonObject | undefined => anyMembers(sortedMap(map));

/** The default response lies under `default`, the others under their pattern: of two with one pattern a document shows the first. */
const responsesOf = ({ integrationResponses }: IntegrationDefinition): JsonObject | undefined => anyMembers(firstOfEach(integrationResponses.map(({ statusCode, fields }) => [
  fields.selectionPattern || 'default',
  members({ statusCode, responseParameters: mapOf(fields.responseParameters), responseTemplates: mapOf(fields.responseTemplates), contentHandling: given(fields.contentHandling) }),
])));

/** `x-amazon-apigateway-integration`, in the order and the spelling of AWS's exports: types and pass-through in lower case, the rest as it is. */
export function integrationOf(integration: IntegrationDefinition): JsonObject {
  const { fields } = integration;
  return members({
    connectionId: given(fields.connectionId),
    credentials: given(fields.credentials),
    httpMethod: given(fields.httpMethod),
    uri: given(fields.uri),
    responses: responsesOf(integration),
    requestParameters: mapOf(fields.requestParameters),
    requestTemplates: mapOf(fields.requestTemplates),
    passthroughBehavior: fields.passthroughBehavior.toLowerCase(),
    connectionType: fields.connectionType === 'INTERNET' ? undefined : given(fields.connectionType),
    timeoutInMillis: fields.timeoutInMillis === DEFAULT_TIMEOUT ? undefined : fields.timeoutInMillis,
    cacheNamespace: given(fields.cacheNamespace),
    responseTransferMode: given(fields.responseTransferMode),
    cacheKeyParameters: anyOf(fields.cacheKeyParameters),
    contentHandling: given(fields.contentHandling),
    tlsConfig: fields.insecureSkipVerification === null ? undefined : { insecureSkipVerification: fields.insecureSkipVerification },
    integrationTarget: given(fields.integrationTarget),
    type: fields.type.toLowerCase(),
  });
}
