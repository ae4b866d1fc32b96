import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { inWords, type Difference } from './differences';

interface ConflictProps {
  readonly differences: readonly Difference[];
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

const cell = (text: string | null) => (text === null ? <i>not set</i> : <span className="gh-wrap">{text}</span>);

/** A concurrent edit: both versions side by side. The form stays as typed until the person decides. */
export function Conflict({ differences, onKeepMine, onTakeTheirs }: ConflictProps) {
  return (
    <Alert type="warning" header="Somebody else saved this while you were editing" data-fault="stale">
      <SpaceBetween size="s">
        <div>Nothing of yours was written. Compare the two versions, then choose. What you did not touch stays as the other saved it.</div>
        <Table
          variant="embedded"
          wrapLines
          items={differences}
          trackBy="field"
          ariaLabels={{ tableLabel: 'Both versions' }}
          empty="The other version says the same as yours."
          columnDefinitions={[
            { id: 'field', header: 'Setting', cell: row => inWords(row.field), isRowHeader: true },
            { id: 'theirs', header: 'Saved by the other', cell: row => cell(row.theirs) },
            { id: 'mine', header: 'Yours', cell: row => cell(row.mine) },
          ]}
        />
        <SpaceBetween size="xs" direction="horizontal">
          <Button onClick={onKeepMine}>Save mine over it</Button>
          <Button onClick={onTakeTheirs}>Take the other version</Button>
        </SpaceBetween>
      </SpaceBetween>
    </Alert>
  );
}
