export { compileExpression, InvalidMapping, type Expression, type Mapped, type MappingSources, type ParameterPlace, type Reader } from './expression.js';
export { DROPPED_BY_HTTP_PROXY, DROPPED_FROM_BACKEND, REAL_CODINGS, REMAPPED, REMAPPED_PREFIX, STRIPPED_FROM_CLIENT, UNMAPPABLE } from './header-rules.js';
export { compileHeaderMappings, compileRequestMappings, type Mapping, type RequestMappings } from './parameters.js';
export { compileUri, type UriHole, type UriTemplate } from './uri.js';
