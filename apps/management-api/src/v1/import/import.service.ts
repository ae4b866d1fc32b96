import { Injectable } from '@nestjs/common';
import { newApiId } from '@gatehouse/contract-primitives';
import { type ImportRestApiRequest, type PutRestApiRequest, type RestApi } from '@gatehouse/contract-wire';
import { holdVersion } from '@gatehouse/control-operation';
import { insertRow, ResourceRow, RestApiRow, updateRow } from '@gatehouse/control-store';
import { insertDefaultModels } from '../models/default-models.js';
import { lockRestApi } from '../rest-apis/find-rest-api.js';
import { presentRestApi } from '../rest-apis/rest-api.presenter.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { applyDefinition } from './apply-definition.js';
import { Findings } from './findings.js';
import * as faults from './import.faults.js';
import { putFields } from './merge-fields.js';
import { readInput } from './read-input.js';

/** The two operations that take an OpenAPI document. A refusal undoes all, because each runs in one transaction. */
@Injectable()
export class ImportService {
  /** Makes an API with what every API is born with, and puts the document over it. */
  async create(input: ImportRestApiRequest, useCase: V1UseCase): Promise<RestApi> {
    const { manager, now } = useCase;
    const read = readInput(input, useCase);
    const { definition, warnings } = read;
    if (input.failOnWarnings && warnings.length > 0 && read.errors.length === 0) throw faults.warningsFound(warnings);
    const scope = scopeOf(useCase);
    const [id, rootResourceId] = [newApiId(), newApiId()];
    const fields = { ...definition.fields, ...(warnings.length > 0 && { warnings }) };
    const api = await insertRow(manager, RestApiRow, { ...scope, id, name: definition.name, rootResourceId, fields, tags: {} }, now);
    await insertRow(manager, ResourceRow, { ...scope, restApiId: id, id: rootResourceId, parentId: null, pathPart: null, path: '/' }, now);
    await insertDefaultModels(useCase, id);
    const findings = new Findings(read.errors);
    await applyDefinition(useCase, api, { name: definition.name, ...fields }, definition, 'merge', findings);
    if (findings.errors.length > 0) throw faults.errorsFound(findings.errors, warnings);
    useCase.etag.set(api.version);
    return presentRestApi(api, { emptyTags: false });
  }

  /** Puts the document over an API that is there; `merge` unless told otherwise. */
  async put(input: PutRestApiRequest, useCase: V1UseCase): Promise<RestApi> {
    const api = await lockRestApi(useCase, input.restApiId);
    holdVersion(useCase, api);
    const read = readInput(input, useCase);
    const { warnings } = read;
    if (input.failOnWarnings && warnings.length > 0 && read.errors.length === 0) throw faults.warningsFound(warnings);
    const mode = input.mode ?? 'merge';
    const findings = new Findings(read.errors);
    const [name, fields] = [read.definition.name, putFields(api.fields, read, mode)];
    await applyDefinition(useCase, api, { name, ...fields }, read.definition, mode, findings);
    if (findings.errors.length > 0) throw faults.errorsFound(findings.errors, warnings);
    const row = await updateRow(useCase.manager, RestApiRow, api, { name, fields }, useCase.now);
    useCase.etag.set(row.version);
    return presentRestApi(row, { emptyTags: true });
  }
}
