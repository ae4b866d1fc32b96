import { createRootRoute, createRoute, createRouter, Navigate, RouterProvider, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { BASE } from '../shared/place';
import { Crash } from './crash';
import { NotFound } from './not-found';
import { PAGES } from './page-table';
import { Shell } from './shell';

type Params = Readonly<Record<string, string>>;

/** A page without a `render` only leads on. */
function Page({ render }: { readonly render: (params: Params) => ReactNode }) {
  return render(useParams({ strict: false }) as Params);
}

function makeRouter(onSignedOut: () => void) {
  const root = createRootRoute({
    component: () => <Shell onSignedOut={onSignedOut} />,
    notFoundComponent: NotFound,
    errorComponent: Crash,
  });
  const home = createRoute({ getParentRoute: () => root, path: '/', component: () => <Navigate to="/restapis" replace /> });
  const pages = Object.entries(PAGES).map(([path, render]) =>
    createRoute({ getParentRoute: () => root, path, component: () => <Page render={render} />, errorComponent: Crash }),
  );
  return createRouter({
    routeTree: root.addChildren([home, ...pages]),
    basepath: BASE,
    defaultNotFoundComponent: NotFound,
    // Plain query strings: what a person types into the address bar is text, whatever it looks like.
    parseSearch: search => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: search => {
      const text = new URLSearchParams(search as Record<string, string>).toString();
      return text ? `?${text}` : '';
    },
  });
}

/** All pages of a signed-in person, each at its own address. */
export function Pages({ onSignedOut }: { readonly onSignedOut: () => void }) {
  const [router] = useState(() => makeRouter(onSignedOut));
  return <RouterProvider router={router} />;
}
