import { Injectable } from '@nestjs/common';
import { type DocumentationPartDefinition } from '@gatehouse/contract-definition';
import { newShortId } from '@gatehouse/contract-primitives';
import { type DocumentationPartIds, type ImportDocumentationPartsRequest } from '@gatehouse/contract-wire';
import { DocumentationPartRow, insertRow, updateRow } from '@gatehouse/control-store';
import { lockRestApi } from '../rest-apis/find-rest-api.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { readDocumentationFile } from './documentation-file.js';
import { warningsFail } from './documentation-parts.faults.js';
import { locationKey } from './location.js';
import { readProperties } from './properties.js';

/** ImportDocumentationParts: `merge` puts a file's parts beside those that are there and its attributes over theirs; `overwrite` leaves only the file's. */
@Injectable()
export class ImportDocumentationPartsService {
  async import({ restApiId, body, mode = 'merge', failOnWarnings = false }: ImportDocumentationPartsRequest, useCase: V1UseCase): Promise<DocumentationPartIds> {
    await lockRestApi(useCase, restApiId);
    const { parts, warnings } = readDocumentationFile(body);
    if (failOnWarnings && warnings.length > 0) throw warningsFail(warnings);
    const place = { ...scopeOf(useCase), restApiId };
    if (mode === 'overwrite') await useCase.manager.delete(DocumentationPartRow, place);
    const present = new Map((await useCase.manager.findBy(DocumentationPartRow, place)).map(row => [row.locationKey, row]));
    const ids: string[] = [];
    for (const part of parts) ids.push(await this.#write(useCase, restApiId, part, present.get(locationKey(part.location))));
    return { ids, warnings: warnings.length > 0 ? warnings : undefined };
  }

  async #write(useCase: V1UseCase, restApiId: string, { location, properties }: DocumentationPartDefinition, row: DocumentationPartRow | undefined): Promise<string> {
    const { manager, now } = useCase;
    if (!row) {
      const made = { ...scopeOf(useCase), restApiId, id: newShortId(), locationKey: locationKey(location), location, properties };
      return (await insertRow(manager, DocumentationPartRow, made, now)).id;
    }
    const merged = { ...readProperties(row.properties), ...readProperties(properties) };
    await updateRow(manager, DocumentationPartRow, row, { properties: JSON.stringify(merged) }, now);
    return row.id;
  }
}
