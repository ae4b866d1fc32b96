export { compileRoute, compileStage, type CompileOptions, type Warning } from './compile.js';
export { CompiledApi, type RouteMatch } from './compiled-api.js';
export { nowhereRoute } from './nowhere.js';
export { DISABLED, MISSING, NOWHERE, REST } from './pipelines.js';
