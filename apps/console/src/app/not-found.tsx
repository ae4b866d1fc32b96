import Alert from '@cloudscape-design/components/alert';
import Link from '@cloudscape-design/components/link';
import { at } from '../shared/place';

/** An address that no page answers to. */
export function NotFound() {
  return (
    <Alert type="info" header="There is no such page">
      Perhaps the address was cut when it was copied. <Link href={at('restapis')}>Go to the list of APIs</Link>.
    </Alert>
  );
}
