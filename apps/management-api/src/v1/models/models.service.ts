import { Injectable } from '@nestjs/common';
import { type ModelFields } from '@gatehouse/contract-definition';
import { newShortId } from '@gatehouse/contract-primitives';
import {
  type CreateModelRequest, type DeleteModelRequest, type GetModelRequest, type GetModelsRequest, type GetModelTemplateRequest, type Model, type Models, type Template, type UpdateModelRequest,
} from '@gatehouse/contract-wire';
import { holdVersion, pageOf, readPage } from '@gatehouse/control-operation';
import { insertRow, ModelRow, updateRow } from '@gatehouse/control-store';
import { Any, MoreThan } from 'typeorm';
import { firstMethodThat } from '../methods/first-method-that.js';
import { patched } from '../patching.js';
import { findRestApi, lockRestApi } from '../rest-apis/find-rest-api.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { flattenModel, type ModelSchemas } from './flatten-model.js';
import { modelPatch } from './model.patch.js';
import { presentModel } from './model.presenter.js';
import { checkModel, checkModelName } from './model.rules.js';
import { modelTemplate } from './model-template.js';
import * as faults from './models.faults.js';
import { isJsonModel, modelsIn, readSchema } from './schema-rules.js';

@Injectable()
export class ModelsService {
  async create(input: CreateModelRequest, useCase: V1UseCase): Promise<Model> {
    const { restApiId } = input;
    await lockRestApi(useCase, restApiId);
    const key = { ...scopeOf(useCase), restApiId, name: checkModelName(input.name) };
    const fields = { description: input.description || null, contentType: input.contentType, schema: input.schema || null };
    await hold(useCase, key, fields);
    if (await useCase.manager.existsBy(ModelRow, key)) throw faults.modelExists();
    const row = await insertRow(useCase.manager, ModelRow, { ...key, id: newShortId(), fields }, useCase.now);
    useCase.etag.set(row.version);
    return presentModel(row);
  }

  /** With `flatten`, the schema carries along every model that it refers to. */
  async get({ restApiId, modelName, flatten }: GetModelRequest, useCase: V1UseCase): Promise<Model> {
    const row = await find(useCase, restApiId, modelName);
    useCase.etag.set(row.version);
    if (!flatten || modelsIn(restApiId, row.fields.schema).length === 0) return presentModel(row);
    return presentModel(row, JSON.stringify(flattenModel(restApiId, row.name, await loadSchemas(useCase, row))));
  }

  async list(input: GetModelsRequest, useCase: V1UseCase): Promise<Models> {
    const page = readPage(input);
    await findRestApi(useCase, input.restApiId);
    const where = { ...scopeOf(useCase), restApiId: input.restApiId, ...(page.after && { name: MoreThan(page.after[0]!) }) };
    const rows = await useCase.manager.find(ModelRow, { where, order: { name: 'ASC' }, take: page.limit + 1 });
    return pageOf(rows, page, row => [row.name], row => presentModel(row));
  }

  async template({ restApiId, modelName }: GetModelTemplateRequest, useCase: V1UseCase): Promise<Template> {
    const row = await find(useCase, restApiId, modelName);
    const schema = flattenModel(restApiId, row.name, await loadSchemas(useCase, row));
    if (!schema) throw faults.emptySchema();
    return { value: modelTemplate(schema) };
  }

  async update({ restApiId, modelName, patchOperations }: UpdateModelRequest, useCase: V1UseCase): Promise<Model> {
    await lockRestApi(useCase, restApiId);
    const row = await find(useCase, restApiId, modelName);
    holdVersion(useCase, row);
    const { description, schema } = patched(modelPatch, { description: row.fields.description, schema: row.fields.schema }, patchOperations);
    const fields = { ...row.fields, description, schema };
    await hold(useCase, row, fields);
    const updated = await updateRow(useCase.manager, ModelRow, row, { fields }, useCase.now);
    useCase.etag.set(updated.version);
    return presentModel(updated);
  }

  /** Refused while a method, a response or another model still refers to it. */
  async delete({ restApiId, modelName }: DeleteModelRequest, useCase: V1UseCase): Promise<void> {
    await lockRestApi(useCase, restApiId);
    const row = await find(useCase, restApiId, modelName);
    holdVersion(useCase, row);
    const inRequest = await firstMethodThat(useCase, restApiId, 'requestModel', row.name);
    if (inRequest) throw faults.inRequest(row.name, inRequest);
    const inResponse = await firstMethodThat(useCase, restApiId, 'responseModel', row.name);
    if (inResponse) throw faults.inResponse(row.name, inResponse);
    const others = await useCase.manager.find(ModelRow, { where: { ...scopeOf(useCase), restApiId }, order: { name: 'ASC' } });
    const inModel = others.find(other => other.name !== row.name && modelsIn(restApiId, other.fields.schema).includes(row.name));
    if (inModel) throw faults.inModel(row.name, inModel.name);
    await useCase.manager.delete(ModelRow, { ...scopeOf(useCase), restApiId, name: row.name });
  }
}

async function find(useCase: V1UseCase, restApiId: string, name: string): Promise<ModelRow> {
  const row = await useCase.manager.findOneBy(ModelRow, { ...scopeOf(useCase), restApiId, name });
  if (row) return row;
  await findRestApi(useCase, restApiId);
  throw faults.noSuchModel(name);
}

/** The model's own rules, and that every model it refers to is there; it may refer to itself. */
async function hold(useCase: V1UseCase, { restApiId, name }: Pick<ModelRow, 'restApiId' | 'name'>, fields: ModelFields): Promise<void> {
  const names = checkModel(restApiId, fields).filter(each => each !== name);
  if (names.length === 0) return;
  const known = await useCase.manager.find(ModelRow, { select: { restApiId: true, name: true }, where: { ...scopeOf(useCase), restApiId, name: Any(names) } });
  const missing = names.find(each => !known.some(row => row.name === each));
  if (missing !== undefined) throw faults.badModel(`Invalid model name specified: ${missing}`);
}

/** The JSON schemas of the API, read only when the model refers to another. */
async function loadSchemas(useCase: V1UseCase, row: ModelRow): Promise<ModelSchemas> {
  const isAlone = modelsIn(row.restApiId, row.fields.schema).length === 0;
  const rows = isAlone ? [row] : await useCase.manager.findBy(ModelRow, { ...scopeOf(useCase), restApiId: row.restApiId });
  return new Map(rows.flatMap(({ name, fields }) => {
    const schema = isJsonModel(fields.contentType) ? readSchema(fields.schema) : null;
    return schema ? [[name, schema] as const] : [];
  }));
}
