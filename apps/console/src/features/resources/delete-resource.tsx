import Alert from '@cloudscape-design/components/alert';
import { prepare, V1, type Resource } from '@gatehouse/client-calls';
import { ConfirmModal } from '../../shared/forms/confirm-modal';
import { at, useGo } from '../../shared/place';
import { methodsOf, subtree } from './tree';

interface DeleteResourceProps {
  readonly restApiId: string;
  readonly resource: Resource;
  readonly resources: readonly Resource[];
  readonly onClose: () => void;
}
/** More names than this would hide the button. */
const NAMED = 12;

/** Deletes a resource with all below it, after naming what that is. */
export function DeleteResource({ restApiId, resource, resources, onClose }: DeleteResourceProps) {
  const go = useGo();
  const lost = subtree(resources, resource)
    .flatMap(each => [each.path, ...methodsOf(each).map(method => `${method} ${each.path}`)])
    .sort();
  return (
    <ConfirmModal
      header={`Delete ${resource.path}?`}
      submit="Delete resource"
      done={`Resource ${resource.path} was deleted`}
      calls={[prepare(V1.DeleteResource, { restApiId, resourceId: resource.id })]}
      onClose={onClose}
      onDone={() => go(at('restapis', restApiId, 'resources'))}
    >
      <Alert type="warning" header={`${lost.length} ${lost.length === 1 ? 'entry goes' : 'entries go'} with it`}>
        <ul>
          {lost.slice(0, NAMED).map(name => (
            <li key={name}>{name}</li>
          ))}
          {lost.length > NAMED && <li>and {lost.length - NAMED} more</li>}
        </ul>
      </Alert>
      <div>Stages keep serving what was deployed until the next deployment.</div>
    </ConfirmModal>
  );
}
