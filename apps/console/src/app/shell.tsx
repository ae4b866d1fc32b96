import AppLayout from '@cloudscape-design/components/app-layout';
import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import TopNavigation from '@cloudscape-design/components/top-navigation';
import { V1 } from '@gatehouse/client-calls';
import { Outlet, useLocation, useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '../shared/calls/desk';
import { useAnswer } from '../shared/calls/queries';
import { Notices, useNotify } from '../shared/parts/notices';
import { at, BASE } from '../shared/place';
import { apiOf, crumbsOf } from './crumbs';
import { useLinkClicks } from './link-clicks';
import { Navigation } from './navigation';
import { useTheme } from './theme';

const NARROW = '(max-width: 688px)';

/** Top bar, side navigation, breadcrumbs, notices, and the page. */
export function Shell({ onSignedOut }: { readonly onSignedOut: () => void }) {
  const { calls, session, info } = useDesk();
  const router = useRouter();
  const notify = useNotify();
  const [theme, toggleTheme] = useTheme();
  const [navigationOpen, setNavigationOpen] = useState(() => !window.matchMedia(NARROW).matches);
  const pathname = BASE + useLocation({ select: location => location.pathname });
  const restApiId = apiOf(pathname);
  const api = useAnswer(V1.GetRestApi, { restApiId: restApiId ?? '' }, { enabled: restApiId !== null });
  const crumbs = crumbsOf(pathname, new Map(restApiId && api.data ? [[restApiId, api.data.value.name]] : []));
  useLinkClicks(
    useCallback(
      href => {
        router.history.push(href);
        if (window.matchMedia(NARROW).matches) setNavigationOpen(false);
      },
      [router],
    ),
  );
  const title = crumbs
    .map(crumb => crumb.text)
    .reverse()
    .join(' - ');
  useEffect(() => {
    document.title = title;
  }, [title]);
  const signOut = (): void => {
    calls
      .signOut()
      .then(onSignedOut, (fault: unknown) =>
        notify({ text: `Signing out failed: ${fault instanceof Error ? fault.message : String(fault)}` }),
      );
  };
  return (
    <>
      <div id="top">
        <TopNavigation
          identity={{ href: at('restapis'), logo: { src: '/console/wordmark.svg', alt: 'Gatehouse' } }}
          utilities={[
            {
              type: 'button',
              text: theme === 'dark' ? 'Light mode' : 'Dark mode',
              ariaLabel: theme === 'dark' ? 'Switch to light mode' : 'Switch to dark mode',
              onClick: toggleTheme,
            },
            {
              type: 'menu-dropdown',
              text: session.region,
              ariaLabel: `Region ${session.region}`,
              items: [
                { id: 'account', text: `Account ${session.accountId}`, disabled: true },
                { id: 'version', text: `Gatehouse ${info.version}`, disabled: true },
                { id: 'gateway', text: `Gateway ${info.gateway.url}`, disabled: true },
              ],
            },
            {
              type: 'menu-dropdown',
              text: session.userName,
              ariaLabel: `Signed in as ${session.userName}`,
              iconName: 'user-profile',
              description: session.arn,
              items: [{ id: 'out', text: 'Sign out' }],
              onItemClick: signOut,
            },
          ]}
        />
      </div>
      <AppLayout
        headerSelector="#top"
        toolsHide
        navigationOpen={navigationOpen}
        onNavigationChange={({ detail }) => setNavigationOpen(detail.open)}
        navigationWidth={240}
        ariaLabels={{
          navigation: 'Side navigation',
          navigationClose: 'Close side navigation',
          navigationToggle: 'Open side navigation',
          notifications: 'Notices',
        }}
        navigation={<Navigation pathname={pathname} />}
        notifications={<Notices />}
        stickyNotifications
        breadcrumbs={<BreadcrumbGroup items={crumbs} ariaLabel="Breadcrumbs" />}
        content={<Outlet />}
      />
    </>
  );
}
