export { compileTemplate, type Template, type TemplateScope } from './compile-template.js';
export { UnsupportedTemplate } from './scan.js';
