import SideNavigation, { type SideNavigationProps } from '@cloudscape-design/components/side-navigation';
import { V1 } from '@gatehouse/client-calls';
import { useAnswer } from '../shared/calls/queries';
import { at } from '../shared/place';
import { apiOf } from './crumbs';

/** The side navigation: everything of the account, and the pages of the API one is in. */
export function Navigation({ pathname }: { readonly pathname: string }) {
  const restApiId = apiOf(pathname);
  const api = useAnswer(V1.GetRestApi, { restApiId: restApiId ?? '' }, { enabled: restApiId !== null });
  const ofApi: SideNavigationProps.Item[] =
    restApiId === null
      ? []
      : [
          {
            type: 'section-group',
            title: `API: ${api.data?.value.name ?? restApiId}`,
            items: [
              ['resources', 'Resources'],
              ['stages', 'Stages'],
              ['authorizers', 'Authorizers'],
              ['models', 'Models'],
              ['gatewayresponses', 'Gateway responses'],
              ['documentation', 'Documentation'],
              ['dashboard', 'Dashboard'],
              ['settings', 'API settings'],
            ].map(([segment = '', text = '']) => ({ type: 'link' as const, text, href: at('restapis', restApiId, segment) })),
          },
          { type: 'divider' },
        ];
  const items: SideNavigationProps.Item[] = [
    { type: 'link', text: 'APIs', href: at('restapis') },
    { type: 'divider' },
    ...ofApi,
    { type: 'link', text: 'Usage plans', href: at('usageplans') },
    { type: 'link', text: 'API keys', href: at('apikeys') },
    { type: 'divider' },
    { type: 'link', text: 'Custom domain names', href: at('domainnames') },
    { type: 'link', text: 'VPC links', href: at('vpclinks') },
    { type: 'link', text: 'Client certificates', href: at('clientcertificates') },
  ];
  return <SideNavigation header={{ text: 'Gatehouse', href: at('restapis') }} activeHref={activeAmong(items, pathname)} items={items} />;
}

const linksOf = (item: SideNavigationProps.Item): string[] =>
  item.type === 'section-group' ? item.items.flatMap(linksOf) : item.type === 'link' ? [item.href] : [];

/** The link whose address is the longest beginning of the page's. */
function activeAmong(items: readonly SideNavigationProps.Item[], pathname: string): string {
  const hrefs = items.flatMap(linksOf);
  return hrefs.filter(href => pathname === href || pathname.startsWith(`${href}/`)).sort((a, b) => b.length - a.length)[0] ?? '';
}
