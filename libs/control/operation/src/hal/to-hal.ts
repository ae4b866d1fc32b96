import { type OperationRow, type Shape, structureOf } from '@gatehouse/contract-wire';
import { curieOf, labelOf, linksOfItem, linksOfList, readerOf, type LinkTemplate } from './links.js';

type Json = Readonly<Record<string, unknown>>;
type Labels = Readonly<Record<string, string>>;
type Link = Readonly<Record<string, unknown>>;

/** Members that HAL embeds instead of showing them, and the relation that they stand under. */
const EMBEDDED: Readonly<Record<string, string>> = {
  'Resource.resourceMethods': 'resource:methods', 'Method.methodIntegration': 'method:integration', 'Method.methodResponses': 'method:responses', 'Integration.integrationResponses': 'integration:responses',
};
/** The member that fills the last label of a structure's own path, where it is not `id`. */
const OWN_LABEL: Readonly<Record<string, string>> = {
  Method: 'httpMethod', MethodResponse: 'statusCode', IntegrationResponse: 'statusCode', Model: 'name', Stage: 'stageName', GatewayResponse: 'responseType', DocumentationVersion: 'version', DomainName: 'domainName',
  BasePathMapping: 'basePath', ClientCertificate: 'clientCertificateId',
};

/** True when the caller asks for HAL by name; `*` + `/*` and no wish at all mean plain JSON, as every SDK wants it. */
export const wantsHal = (accept: string | undefined): boolean => /(^|[,\s])application\/hal\+json\b/i.test(accept ?? '');

/** The plain answer of an operation -> the same as `application/hal+json`: links, and what it holds embedded. `query` is that of the request, for the link to the next page. */
export function toHal(row: OperationRow, labels: Labels, plain: Json, query = new URLSearchParams()): Json {
  const structure = row.output ?? '';
  const list = structureOf(structure)['items'] ?? structureOf(structure)['item'];
  if (list?.shape.type === 'list' && list.shape.member.type === 'structure') return collection(row, labels, plain, list.shape.member.name, query);
  return item(structure, labels, plain) ?? { ...plain, _links: { self: { href: fill(row.path, labels).href } } };
}

function collection(row: OperationRow, labels: Labels, plain: Json, member: string, query: URLSearchParams): Json {
  const { item: items = [], position, ...rest } = plain as { readonly item?: readonly Json[]; readonly position?: string };
  // A list that was asked for by a write (an import) has no address of its own.
  const self = fill(row.path, labels).href;
  const embedded = items.map(each => item(member, labels, each) ?? each);
  const curie = curieOf(row.family);
  const links = linksOfList(row.path, curie);
  const hrefs = embedded.map(each => (each as { readonly _links?: { readonly self?: Link } })._links?.self).filter(link => link !== undefined);
  return {
    _links: {
      curies: curiesOf([...links.map(link => link.rel), ...(items.length > 0 ? [`${curie}:`] : [])]),
      self: { href: self },
      ...(typeof position === 'string' && { next: { href: `${self}?${asked(query)}position=${encodeURIComponent(position)}` } }),
      ...(hrefs.length > 0 && { item: single(hrefs) }),
      ...written(links, labels),
    },
    ...rest,
    ...(embedded.length > 0 && { _embedded: { item: single(embedded) } }),
  };
}

/** What the caller asked of this page holds for the next one too; it ends in an ampersand. */
const asked = (query: URLSearchParams): string => [...query].filter(([name]) => name !== 'position').map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}&`).join('');

/** One thing that has an address; null when it has none. */
function item(structure: string, outer: Labels, plain: Json): Json | null {
  const reader = readerOf(structure);
  if (!reader) return null;
  const own = /\{(\w+)\+?\}$/.exec(reader.path)?.[1];
  const value = plain[OWN_LABEL[structure] ?? 'id'];
  const labels = own !== undefined && typeof value === 'string' ? { ...outer, [own]: value } : outer;
  const links = linksOfItem(reader.path, curieOf(reader.family));
  const [shown, embedded] = split(structure, labels, plain);
  return {
    _links: { curies: curiesOf(links.map(link => link.rel)), self: { href: fill(reader.path, labels).href }, ...written(links, labels) },
    ...shown,
    ...(Object.keys(embedded).length > 0 && { _embedded: embedded }),
  };
}

function split(structure: string, labels: Labels, plain: Json): readonly [Record<string, unknown>, Record<string, unknown>] {
  const [shown, embedded]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}];
  for (const [name, { shape, wire = name }] of Object.entries(structureOf(structure))) {
    const value = plain[wire];
    if (value === undefined) continue;
    const rel = EMBEDDED[`${structure}.${name}`];
    if (rel === undefined) shown[wire] = value;
    else embedded[rel] = embed(shape, labels, value as Json);
  }
  return [shown, embedded];
}

/** A structure, or a map of them: its keys are in the members too. */
function embed(shape: Shape, labels: Labels, value: Json): unknown {
  if (shape.type === 'structure') return withoutCuries(item(shape.name, labels, value) ?? value);
  if (shape.type !== 'map' || shape.value.type !== 'structure') return value;
  const { name } = shape.value;
  return single(Object.values(value).map(each => withoutCuries(item(name, labels, each as Json) ?? (each as Json))));
}

function withoutCuries(hal: Json): Json {
  const { curies: _, ...links } = (hal['_links'] ?? {}) as Record<string, unknown>;
  return { ...hal, _links: links };
}

/** HAL's habit at AWS: one thing stands alone, several stand in an array. */
const single = <Thing>(things: readonly Thing[]): Thing | readonly Thing[] => (things.length === 1 ? things[0]! : things);

function written(links: readonly LinkTemplate[], labels: Labels): Record<string, Link> {
  return Object.fromEntries(links.map(({ rel, path, query }) => {
    const { href, isTemplated } = fill(path, labels);
    return [rel, { href: `${href}${query.length > 0 ? `{?${query.join(',')}}` : ''}`, ...((isTemplated || query.length > 0) && { templated: true }) }];
  }));
}

/** Labels that are known are filled and encoded; the others stay open. */
function fill(path: string, labels: Labels): { readonly href: string; readonly isTemplated: boolean } {
  let isTemplated = false;
  const href = path.replace(/\{(\w+)\+?\}/g, (_, name: string) => {
    if (Object.hasOwn(labels, name)) return encodeURIComponent(labels[name]!);
    isTemplated = true;
    return `{${labelOf(name)}}`;
  });
  return { href, isTemplated };
}

const curiesOf = (rels: readonly string[]): unknown =>
  single([...new Set(rels.map(rel => rel.split(':')[0]!))].sort().map(name => ({ href: `https://docs.aws.amazon.com/apigateway/latest/developerguide/restapi-${name}-{rel}.html`, name, templated: true })));
