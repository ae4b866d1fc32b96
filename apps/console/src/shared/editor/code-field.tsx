import Spinner from '@cloudscape-design/components/spinner';
import { lazy, Suspense, type ComponentProps } from 'react';

const AceEditor = lazy(() => import('./ace-editor'));

/** A code editor, loaded when the first one is shown. */
export const CodeField = (props: ComponentProps<typeof AceEditor>) => (
  <Suspense fallback={<Spinner />}>
    <AceEditor {...props} />
  </Suspense>
);
