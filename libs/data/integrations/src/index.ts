export { integrationOf, type IntegrationKind } from './integration-kind.js';
export { headerValue } from './header-lines.js';
export { INTEGRATIONS } from './integrations.js';
export { queryValue, requestSources } from './sources.js';
