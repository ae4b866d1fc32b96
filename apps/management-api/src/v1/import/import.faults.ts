import { badRequest, type ServiceFault } from '@gatehouse/contract-wire';
import { type InvalidKind } from '@gatehouse/engine-openapi';

const list = (sentences: readonly string[]): string => sentences.map(sentence => `\n\t${sentence}`).join('');

/** All that is wrong in one answer, as AWS gives it; warnings follow for whoever mends the document. */
export const errorsFound = (errors: readonly string[], warnings: readonly string[]): ServiceFault =>
  badRequest(`Errors found during import:${list(errors)}${warnings.length > 0 ? `\nAdditionally, warnings found during import:${list(warnings)}` : ''}`);
export const warningsFound = (warnings: readonly string[]): ServiceFault => badRequest(`Warnings found during import:${list(warnings)}`);

/** AWS's two sentences for bytes that are no OpenAPI document, and for one whose parts are not what they must be; what is refused for its cost says so. */
const SENTENCES: Readonly<Record<InvalidKind, (reason: string) => ServiceFault>> = {
  unreadable: () => badRequest('Unable to build importer with provided input.'),
  malformed: () => badRequest('Invalid OpenAPI input.'),
  hostile: reason => errorsFound([reason], []),
};
export const invalidDocument = (kind: InvalidKind, reason: string): ServiceFault => SENTENCES[kind](reason);

export const tooLarge = (): ServiceFault => badRequest('The API definition file is larger than the maximum of 6 MB');
export const badBasePath = (): ServiceFault => badRequest('Invalid basepath specified. Valid options are ignore,prepend,split');
export const badIgnore = (): ServiceFault => badRequest('Invalid ignore specified. Valid options are documentation');
