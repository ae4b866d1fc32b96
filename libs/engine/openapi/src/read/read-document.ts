import { InvalidDocument } from './invalid-document.js';
import { parseJson } from './json-text.js';
import { isList, isObject, type Plain } from './plain.js';
import { parseYaml } from './yaml-text.js';

/** AWS's variables, put in wherever a document names one: `${AWS::Region}`. */
export interface DocumentVariables { readonly accountId: string; readonly partition: string; readonly region: string }

/** JSON or YAML, told apart by its content, as a plain value. Costs are bounded before anything is built; throws `InvalidDocument`. */
export function readDocument(bytes: Uint8Array | string, variables?: DocumentVariables): Plain {
  const text = withVariables(decode(bytes), variables);
  const isBraced = /^\s*[[{]/.test(text);
  const json = isBraced ? parseJson(text) : null;
  const value = json ? json.value : parseYaml(text);
  refuseUnsound(value);
  return value;
}

/** NUL and half characters can be written as escapes, but no database and no header takes them. */
function refuseUnsound(value: Plain): void {
  if (typeof value === 'string' && !isSound(value)) throw new InvalidDocument('malformed', 'The document has a text with a NUL character or half a character.');
  if (isList(value)) value.forEach(refuseUnsound);
  else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      refuseUnsound(key);
      refuseUnsound(item);
    }
  }
}

const isSound = (text: string): boolean => !/\0|\p{Surrogate}/u.test(text);

function decode(bytes: Uint8Array | string): string {
  if (typeof bytes === 'string') return bytes.replace(/^\uFEFF/, '');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InvalidDocument('unreadable', 'The document is not UTF-8.', { cause });
  }
}

function withVariables(text: string, variables: DocumentVariables | undefined): string {
  if (!variables) return text;
  return text
    .replaceAll('${AWS::AccountId}', variables.accountId)
    .replaceAll('${AWS::Partition}', variables.partition)
    .replaceAll('${AWS::Region}', variables.region);
}
