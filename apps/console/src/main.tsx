import '@cloudscape-design/global-styles/index.css';
import './shared/console.css';
import { I18nProvider } from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.en';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueries } from './app/query-client';
import { SessionGate } from './app/session-gate';
import { applyStoredTheme } from './app/theme';

applyStoredTheme();
const root = document.getElementById('root');
if (!root) throw new Error('the page has no root element');
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale="en" messages={[messages]}>
      <QueryClientProvider client={createQueries()}>
        <SessionGate />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
