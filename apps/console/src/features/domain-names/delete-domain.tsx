import Alert from '@cloudscape-design/components/alert';
import { prepare, V1, type BasePathMapping, type DomainName } from '@gatehouse/client-calls';
import { ConfirmModal } from '../../shared/forms/confirm-modal';
import { at, useGo } from '../../shared/place';
import { placeOf } from './domain-place';

interface DeleteDomainProps {
  readonly domain: DomainName;
  /** null = not known yet. */
  readonly mappings: readonly BasePathMapping[] | null;
  readonly onClose: () => void;
}

/** Deletes a domain after naming where it leads. */
export function DeleteDomain({ domain, mappings, onClose }: DeleteDomainProps) {
  const go = useGo();
  return (
    <ConfirmModal
      header={`Delete domain name ${domain.domainName}?`}
      submit="Delete domain name"
      done={`Domain name ${domain.domainName} was deleted`}
      typed={domain.domainName}
      isBlocked={mappings === null}
      calls={[prepare(V1.DeleteDomainName, placeOf(domain))]}
      onClose={onClose}
      onDone={() => go(at('domainnames'))}
    >
      {mappings && mappings.length > 0 ? (
        <Alert type="warning" header="What will break">
          Callers of this name no longer reach anything. Its mappings go with it: {mappings.map(({ basePath }) => basePath).join(', ')}.
        </Alert>
      ) : (
        'It leads nowhere, so nobody can be calling it.'
      )}
    </ConfirmModal>
  );
}
