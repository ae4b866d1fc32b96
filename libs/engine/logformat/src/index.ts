export { compileFormat, escapeForLog, type FormatRules, type Variable } from './compile-format.js';
