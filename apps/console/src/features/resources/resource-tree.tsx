import type { Resource } from '@gatehouse/client-calls';
import Button from '@cloudscape-design/components/button';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TextFilter from '@cloudscape-design/components/text-filter';
import { memo, useDeferredValue, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useAddressText } from '../../shared/place';
import { rowKey, treeRows, type TreeRow } from './tree';
import { moveOf } from './tree-keys';

interface ResourceTreeProps {
  readonly resources: readonly Resource[];
  readonly selected: string | null;
  readonly onOpen: (row: Pick<TreeRow, 'resource' | 'httpMethod'>) => void;
}

/** The tree of paths and methods. The keyboard moves through it; the filter finds paths and methods. */
export function ResourceTree({ resources, selected, onOpen }: ResourceTreeProps) {
  const [filter, setFilter] = useAddressText('path');
  const deferred = useDeferredValue(filter);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | null>(selected);
  const tree = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => treeRows(resources, collapsed, deferred), [resources, collapsed, deferred]);
  const current = rows.some(row => row.key === active) ? active : ((rows.find(row => row.key === selected) ?? rows[0])?.key ?? null);
  const fold = (id: string, isFolded: boolean): void =>
    setCollapsed(now => {
      const next = new Set(now);
      if (isFolded) next.add(id);
      else next.delete(id);
      return next;
    });
  const isAllFolded = resources.length > 1 && collapsed.size >= resources.length - 1;
  function onKeyDown(event: KeyboardEvent): void {
    const move = event.ctrlKey || event.metaKey || event.altKey ? null : moveOf(event.key, rows, current);
    if (!move) return;
    event.preventDefault();
    if (move.kind === 'go') {
      setActive(move.key);
      tree.current?.querySelector(`[id="${CSS.escape(`tree-${move.key}`)}"]`)?.scrollIntoView({ block: 'nearest' });
    } else if (move.kind === 'open') onOpen(move.row);
    else fold(move.row.resource.id, move.kind === 'fold');
  }
  return (
    <SpaceBetween size="s">
      <TextFilter
        filteringText={filter}
        filteringPlaceholder="Find by path or method"
        filteringAriaLabel="Find by path or method"
        onChange={({ detail }) => setFilter(detail.filteringText)}
      />
      <Button
        variant="inline-link"
        onClick={() => setCollapsed(isAllFolded ? new Set() : new Set(resources.filter(({ parentId }) => parentId).map(({ id }) => id)))}
      >
        {isAllFolded ? 'Expand all' : 'Collapse all'}
      </Button>
      {rows.length === 0 ? (
        <Box color="text-body-secondary">No path or method has that text.</Box>
      ) : (
        <div
          ref={tree}
          role="tree"
          aria-label="Resources"
          tabIndex={0}
          className="gh-tree"
          aria-activedescendant={current ? `tree-${current}` : undefined}
          onKeyDown={onKeyDown}
        >
          {rows.map(row => (
            <Row
              key={row.key}
              row={row}
              isSelected={row.key === selected}
              isActive={row.key === current}
              onOpen={onOpen}
              onFold={fold}
              onActive={setActive}
            />
          ))}
        </div>
      )}
    </SpaceBetween>
  );
}

interface RowProps {
  readonly row: TreeRow;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  readonly onOpen: ResourceTreeProps['onOpen'];
  readonly onFold: (id: string, isFolded: boolean) => void;
  readonly onActive: (key: string) => void;
}

/** Of thousands of lines only the changed ones are drawn again. */
const Row = memo(
  function Row({ row, isSelected, isActive, onOpen, onFold, onActive }: RowProps) {
    const expanded = row.isExpanded === null ? {} : { 'aria-expanded': row.isExpanded };
    return (
      <div
        id={`tree-${row.key}`}
        role="treeitem"
        aria-level={row.depth + 1}
        aria-selected={isSelected}
        {...expanded}
        aria-label={row.httpMethod ? `${row.httpMethod} ${row.resource.path}` : row.resource.path}
        data-active={isActive}
        className="gh-tree-row"
        style={{ paddingInlineStart: 4 + row.depth * 16 }}
        onClick={() => {
          onActive(row.key);
          onOpen(row);
        }}
      >
        <span
          className="gh-twist"
          aria-hidden="true"
          onClick={event => {
            if (row.isExpanded === null) return;
            event.stopPropagation();
            onFold(row.resource.id, row.isExpanded);
          }}
        >
          {row.isExpanded === null ? '' : row.isExpanded ? '▼' : '▶'}
        </span>
        {row.httpMethod ? (
          <span className="gh-method" data-method={row.httpMethod}>
            {row.label}
          </span>
        ) : (
          <span>{row.label}</span>
        )}
      </div>
    );
  },
  (before, after) =>
    before.isSelected === after.isSelected &&
    before.isActive === after.isActive &&
    before.row.key === after.row.key &&
    before.row.isExpanded === after.row.isExpanded &&
    before.row.depth === after.row.depth &&
    before.row.label === after.row.label &&
    before.row.resource === after.row.resource,
);

/** The line of an address. */
export const selectedKey = (resourceId: string | undefined, httpMethod: string | undefined): string | null =>
  resourceId ? rowKey(resourceId, httpMethod) : null;
