import Alert from '@cloudscape-design/components/alert';
import { V1 } from '@gatehouse/client-calls';
import { useAnswer } from '../../shared/calls/queries';
import { useAddressText } from '../../shared/place';
import { FindingsList } from './findings-list';

/** Marks an address that an import led to. */
export const IMPORTED = 'imported';

/** The warnings of an import, on the page that it leads to. They stay readable under API settings. */
export function ImportWarnings({ restApiId }: { readonly restApiId: string }) {
  const [imported, setImported] = useAddressText(IMPORTED);
  const api = useAnswer(V1.GetRestApi, { restApiId }, { enabled: imported !== '' });
  const warnings = imported ? (api.data?.value.warnings ?? []) : [];
  if (warnings.length === 0) return null;
  return (
    <Alert
      type="warning"
      dismissible
      dismissAriaLabel="Dismiss the warnings"
      onDismiss={() => setImported('')}
      header={`Imported with ${warnings.length} ${warnings.length === 1 ? 'warning' : 'warnings'}`}
    >
      <FindingsList sentences={warnings} />
    </Alert>
  );
}
