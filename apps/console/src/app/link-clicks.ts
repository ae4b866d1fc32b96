import { useEffect } from 'react';
import { BASE } from '../shared/place';

/** Plain clicks on links into the console become navigation without a reload; new tabs, downloads and other sites stay the browser's. */
export function useLinkClicks(go: (href: string) => void): void {
  useEffect(() => {
    const onClick = (event: MouseEvent): void => {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (
        !(link instanceof HTMLAnchorElement) ||
        link.target === '_blank' ||
        link.hasAttribute('download') ||
        link.origin !== window.location.origin
      )
        return;
      if (link.pathname !== BASE && !link.pathname.startsWith(`${BASE}/`)) return;
      event.preventDefault();
      go(link.pathname + link.search + link.hash);
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [go]);
}
