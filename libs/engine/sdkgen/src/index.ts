export { archive } from './archive.js';
export { clientFunctions, type ClientFunction } from './function-names.js';
export { generateJavaScript, type ClientTarget } from './javascript.js';
export { SDK_TYPES, type SdkProperty, type SdkTypeRow } from './sdk-types.js';
