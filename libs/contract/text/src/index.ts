export { parseBoundedJson, UnreadableJson } from './bounded-json.js';
export { fromHeaderValue, headerOf, headersOf, isHeaderName, isHeaderValue, toHeaderValue, type HeaderList } from './header-list.js';
export { fullMatch, InvalidPattern } from './java-pattern.js';
export { compileJsonPath, UnsupportedPath, type JsonPath } from './json-path.js';
export { firstMimeOf, mimeOf } from './media-type.js';
export { decodeQueryComponent, encodeComponent, parseQuery, type QueryPair } from './query-string.js';
