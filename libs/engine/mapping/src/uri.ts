import { InvalidMapping } from './expression.js';

/** Where a backend listens and what stands behind it. Path and query are literals with holes between them: `texts` has one more entry than `holes`. */
export interface UriTemplate {
  readonly isSecure: boolean;
  readonly host: string;
  readonly port: number;
  /** As the Host header writes it: the scheme's own port is left out. */
  readonly authority: string;
  readonly texts: readonly string[];
  readonly holes: readonly UriHole[];
  readonly hasQuery: boolean;
}
/** A `{name}`. Inside the query everything is encoded; in the path a greedy value keeps its slashes. */
export interface UriHole { readonly name: string; readonly isInQuery: boolean }

const STAGE_VARIABLE = /\$\{stageVariables\.([A-Za-z0-9_]+)\}/g;
const PRINTABLE = /^[!-~]*$/;
const HOLE = /\{([^{}/?#]+?)\+?\}/g;

/** Takes an integration's URI apart. Stage variables are put in at once; a hole in the authority is refused, since a caller would choose the host. */
export function compileUri(uri: string, stageVariable: (name: string) => string | null): UriTemplate {
  const text = uri.replace(STAGE_VARIABLE, (_, name: string) => {
    const value = stageVariable(name);
    if (value === null) throw new InvalidMapping(`Invalid endpoint address: the stage variable ${name} is not set`);
    return value;
  });
  const [, scheme = '', authority = '', rest = ''] = /^(https?):\/\/([^/?#]+)([^#]*)$/i.exec(text) ?? [];
  if (scheme === '' || authority.includes('@') || !PRINTABLE.test(text)) throw new InvalidMapping(`Invalid endpoint address: ${text}`);
  const url = parse(`${scheme}://${authority}/`, text);
  const isSecure = url.protocol === 'https:';
  return {
    isSecure,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (isSecure ? 443 : 80) : Number(url.port),
    authority: url.host,
    ...split(rest.startsWith('/') ? rest : `/${rest}`),
    hasQuery: rest.includes('?'),
  };
}

/** The platform's own reader knows every spelling of an IPv4 address, so `0x7f.1` becomes what it means. */
function parse(text: string, shown: string): URL {
  if (text.includes('{') || text.includes('}') || !URL.canParse(text)) throw new InvalidMapping(`Invalid endpoint address: ${shown}`);
  return new URL(text);
}

function split(rest: string): { readonly texts: readonly string[]; readonly holes: readonly UriHole[] } {
  const texts: string[] = [];
  const holes: UriHole[] = [];
  const query = rest.indexOf('?');
  let from = 0;
  for (const match of rest.matchAll(HOLE)) {
    texts.push(rest.slice(from, match.index));
    holes.push({ name: match[1] ?? '', isInQuery: query >= 0 && match.index > query });
    from = match.index + match[0].length;
  }
  return { texts: [...texts, rest.slice(from)], holes };
}
