import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import { V1 } from '@gatehouse/client-calls';
import { useAll } from '../../shared/calls/queries';
import { at } from '../../shared/place';

/** The usage plans that a key is in; asked for the rows on the screen only. */
export function PlansOfKey({ keyId }: { readonly keyId: string }) {
  const plans = useAll(V1.GetUsagePlans, { keyId });
  if (plans.error)
    return (
      <Box variant="span" color="text-status-error">
        not known
      </Box>
    );
  if (!plans.data)
    return (
      <Box variant="span" color="text-body-secondary">
        …
      </Box>
    );
  if (plans.data.length === 0)
    return (
      <Box variant="span" color="text-body-secondary">
        none
      </Box>
    );
  return (
    <>
      {plans.data.map((plan, index) => (
        <span key={plan.id}>
          {index > 0 && ', '}
          <Link href={at('usageplans', plan.id)}>{plan.name}</Link>
        </span>
      ))}
    </>
  );
}
