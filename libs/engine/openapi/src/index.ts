export { type Json, type JsonObject } from './write/json.js';
export { EXTENSIONS, type Extension, type WriteOptions } from './write/scope.js';
export { writeJson, writeYaml } from './write/text.js';
export { writeOpenApi } from './write/write-openapi.js';
export { type BasePathMode } from './read/base-path.js';
export { InvalidDocument, type InvalidKind } from './read/invalid-document.js';
export { type Plain, type PlainObject } from './read/plain.js';
export { readApi, type ReadApi, type ReadOptions } from './read/read-api.js';
export { type DocumentVariables, readDocument } from './read/read-document.js';
