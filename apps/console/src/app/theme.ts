import { applyMode, Mode } from '@cloudscape-design/global-styles';
import { useState } from 'react';

const KEY = 'gatehouse.theme';
type Theme = 'light' | 'dark';

const system = (): Theme => (window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

/** A browser may forbid storage; then the system's choice holds. */
function stored(): Theme | null {
  try {
    const text = window.localStorage.getItem(KEY);
    return text === 'light' || text === 'dark' ? text : null;
  } catch (forbidden) {
    if (forbidden instanceof DOMException) return null;
    throw forbidden;
  }
}

function apply(theme: Theme): void {
  applyMode(theme === 'dark' ? Mode.Dark : Mode.Light);
  document.documentElement.style.colorScheme = theme;
}

/** The reader's own choice, or the system's, which is followed until a choice is made. */
export function applyStoredTheme(): void {
  apply(stored() ?? system());
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    if (!stored()) apply(system());
  });
}

/** The theme and its switch. */
export function useTheme(): readonly [Theme, () => void] {
  const [theme, setTheme] = useState<Theme>(() => stored() ?? system());
  const toggle = (): void => {
    const next = theme === 'dark' ? 'light' : 'dark';
    setTheme(next);
    apply(next);
    try {
      window.localStorage.setItem(KEY, next);
    } catch (forbidden) {
      if (!(forbidden instanceof DOMException)) throw forbidden;
    }
  };
  return [theme, toggle];
}
