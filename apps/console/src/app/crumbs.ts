import { at, BASE } from '../shared/place';

const NAMES: Readonly<Record<string, string>> = {
  restapis: 'APIs',
  create: 'Create API',
  resources: 'Resources',
  stages: 'Stages',
  dashboard: 'Dashboard',
  settings: 'API settings',
  import: 'Import',
  methods: 'Methods',
  apikeys: 'API keys',
  usageplans: 'Usage plans',
  authorizers: 'Authorizers',
  models: 'Models',
  gatewayresponses: 'Gateway responses',
  documentation: 'Documentation',
  domainnames: 'Custom domain names',
  vpclinks: 'VPC links',
  clientcertificates: 'Client certificates',
};
/** Words of an address that have no page of their own. */
const NO_PAGE = new Set(['methods']);

/** An address that is no valid percent-encoding is shown as it stands. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (malformed) {
    if (malformed instanceof URIError) return segment;
    throw malformed;
  }
}

/** The id of the API that an address lies in; null outside of one. */
export function apiOf(pathname: string): string | null {
  const id = new RegExp(`^${BASE}/restapis/([A-Za-z0-9]+)(/|$)`).exec(pathname)?.[1];
  return id && id !== 'create' ? id : null;
}

/** The breadcrumbs of an address: each known word by its name, each id by the name it is known by, or as itself. */
export function crumbsOf(
  pathname: string,
  names: ReadonlyMap<string, string> = new Map(),
): { readonly text: string; readonly href: string }[] {
  const segments = pathname.replace(BASE, '').split('/').filter(Boolean).map(decoded);
  const crumbs = segments
    .map((segment, index) => ({
      segment,
      text: NAMES[segment] ?? names.get(segment) ?? segment,
      href: at(...segments.slice(0, index + 1)),
    }))
    .filter(({ segment }) => !NO_PAGE.has(segment));
  return [{ text: 'Gatehouse', href: at('restapis') }, ...crumbs.map(({ text, href }) => ({ text, href }))];
}
