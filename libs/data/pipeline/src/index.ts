export { compileRoute, compileStage, compileTest, type CompileOptions, type Warning } from './compile.js';
export { CompiledApi, type RouteMatch } from './compiled-api.js';
export { nowhereRoute } from './nowhere.js';
export { DISABLED, MISSING, NOWHERE, REST, TEST } from './pipelines.js';
