import { encodeComponent } from '@gatehouse/contract-text';
import { configurationFault, fault, Unbuildable, type Exchange, type LinkTarget, type Origin, type RestRoute, type VpcLinks } from '@gatehouse/data-exchange';
import { compileUri, type Mapped, type Mapping, type RequestMappings, type UriHole } from '@gatehouse/engine-mapping';
import { buildable, integrationOf } from './integration-kind.js';

/** Where a route's requests go (a VPC link may lead elsewhere from one request to the next), and the function that writes their target. */
export interface Target { readonly origin: () => Origin; readonly render: (x: Exchange) => string }

/** `passQuery` = the client's own query goes along, before mapped parameters, as HTTP_PROXY does it. */
export function compileTarget(route: RestRoute, mappings: RequestMappings<Exchange>, passQuery: boolean, vpcLinks: VpcLinks): Target {
  const { uri, connectionType, connectionId, insecureSkipVerification } = integrationOf(route);
  const { variables } = route.stage;
  const template = buildable(() => compileUri(uri ?? '', name => (Object.hasOwn(variables, name) ? (variables[name] ?? null) : null)));
  const { isSecure, host, port, authority, texts, holes, hasQuery } = template;
  const direct: Origin = { key: `${isSecure ? 'https' : 'http'}://${host}:${port}${insecureSkipVerification ? '#insecure' : ''}`, isSecure, host, port, authority, insecureSkipVerification };
  const origin = connectionType === 'VPC_LINK' ? linkedOrigin(connectionId ?? '', variables, direct, vpcLinks) : () => direct;
  const path = pathRenderer(texts, holes.map(hole => fill(hole, route, mappings.path)));
  const { querystring } = mappings;
  return {
    origin,
    render: x => {
      let target = path(x);
      let separator = hasQuery ? '&' : '?';
      if (passQuery && x.inbound.query !== '') {
        target += separator + x.inbound.query;
        separator = '&';
      }
      for (let i = 0; i < querystring.length; i++) {
        for (const value of listOf(querystring[i]!.read(x))) {
          target += `${separator}${encodeComponent(querystring[i]!.name)}=${encodeComponent(value)}`;
          separator = '&';
        }
      }
      return target;
    },
  };
}

/** The link's target under the URI's own name: Host, and the name that a certificate must have, stay those of the URI. */
function linkedOrigin(connectionId: string, variables: Readonly<Record<string, string>>, direct: Origin, links: VpcLinks): () => Origin {
  const id = connectionId.replace(/\$\{stageVariables\.(\w+)\}/g, (_, name: string) => (Object.hasOwn(variables, name) ? (variables[name] ?? '') : ''));
  let known: LinkTarget | null = null, origin = direct;
  return () => {
    const target = links.find(id);
    if (target === undefined) throw configurationFault(`Invalid VPC link: ${id || 'no id'}`);
    if (target === null) return direct;
    if (target !== known) {
      const { isSecure, host, port } = target;
      const suffix = direct.insecureSkipVerification ? '#insecure' : '';
      known = target;
      origin = { ...direct, key: `${isSecure ? 'https' : 'http'}://${host}:${port}@${direct.host}${suffix}`, isSecure, host, port, serverName: direct.host };
    }
    return origin;
  };
}

const listOf = (value: Mapped): readonly string[] => (value === null ? [] : typeof value === 'string' ? [value] : value);

function pathRenderer(texts: readonly string[], fills: readonly ((x: Exchange) => string)[]): (x: Exchange) => string {
  const [first = '/'] = texts;
  if (fills.length === 0) return () => first;
  return x => {
    let path = first;
    for (let i = 0; i < fills.length; i++) path += fills[i]!(x) + texts[i + 1]!;
    return path;
  };
}

/** A path variable goes on as received; everything else is encoded, so no value can add a segment, a parameter or a fragment. */
function fill({ name, isInQuery }: UriHole, route: RestRoute, mappings: readonly Mapping<Exchange>[]): (x: Exchange) => string {
  const mapping = mappings.find(candidate => candidate.name === name);
  if (mapping === undefined) throw new Unbuildable(`Invalid endpoint address: {${name}} is not mapped`);
  const expression = integrationOf(route).requestParameters[`integration.request.path.${name}`] ?? '';
  const isRaw = expression.startsWith('method.request.path.');
  return x => {
    const value = mapping.read(x);
    const text = typeof value === 'string' ? value : (value?.join(',') ?? null);
    if (text === null) throw configurationFault(`Invalid endpoint address: {${name}} has no value`);
    if (isInQuery) return encodeComponent(isRaw ? decoded(text) : text);
    if (isRaw) return text;
    if (text === '.' || text === '..') throw fault('DEFAULT_4XX', `{${name}} would leave its folder`);
    return encodeComponent(text);
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
