import { useLocation, useRouter } from '@tanstack/react-router';

/** Where the console lives on its server. */
export const BASE = '/console';

/** The address of a page; every segment is encoded, so names with slashes and markup stay themselves. */
export const at = (...segments: readonly string[]): string => [BASE, ...segments.map(encodeURIComponent)].join('/');

/** Goes to an address of the console. */
export function useGo(): (href: string) => void {
  const router = useRouter();
  return href => router.history.push(href);
}

/** A text kept in the address bar, so that a reload, a bookmark and the back button bring it again. Empty = not there. */
export function useAddressText(name: string): readonly [string, (text: string) => void] {
  const router = useRouter();
  const search = useLocation({ select: location => location.searchStr });
  const write = (text: string): void => {
    const { pathname, search: current } = router.history.location;
    const params = new URLSearchParams(current);
    if (text) params.set(name, text);
    else params.delete(name);
    const query = params.toString();
    router.history.replace(query ? `${pathname}?${query}` : pathname);
  };
  return [new URLSearchParams(search).get(name) ?? '', write];
}
