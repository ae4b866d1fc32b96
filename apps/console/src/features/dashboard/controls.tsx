import Button from '@cloudscape-design/components/button';
import DateRangePicker from '@cloudscape-design/components/date-range-picker';
import FormField from '@cloudscape-design/components/form-field';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import Select from '@cloudscape-design/components/select';
import Toggle from '@cloudscape-design/components/toggle';
import type { Stage } from '@gatehouse/client-calls';
import { DEFAULT_RANGE, parseRange, RELATIVE, type Range } from './range';

interface ControlsProps {
  readonly stages: readonly Stage[];
  readonly stage: string;
  readonly onStage: (stage: string) => void;
  readonly range: Range;
  readonly onRange: (range: Range) => void;
  readonly isRefreshing: boolean;
  readonly onRefreshing: (on: boolean) => void;
  readonly onRefresh: () => void;
  readonly isLoading: boolean;
}

const CUSTOM = 'custom';
const HOUR_MS = 3_600_000;

/** Stage, time range and refresh. */
export function Controls({ stages, stage, onStage, range, onRange, isRefreshing, onRefreshing, onRefresh, isLoading }: ControlsProps) {
  const all = { value: '', label: 'All stages' };
  const options = [all, ...stages.map(({ stageName }) => ({ value: stageName, label: stageName }))];
  const choose = (id: string): void =>
    onRange(id === CUSTOM ? { kind: 'absolute', start: new Date(Date.now() - HOUR_MS), end: new Date() } : parseRange(id));
  return (
    <div className="gh-row">
      <FormField label="Stage">
        <Select
          selectedOption={options.find(option => option.value === stage) ?? { value: stage, label: stage }}
          options={options}
          onChange={({ detail }) => onStage(detail.selectedOption.value ?? '')}
        />
      </FormField>
      <div className="gh-fixed">
        <SegmentedControl
          label="Time range"
          selectedId={range.kind === 'relative' ? range.id : CUSTOM}
          options={[...RELATIVE, CUSTOM].map(id => ({ id, text: id === CUSTOM ? 'Custom' : id }))}
          onChange={({ detail }) => choose(detail.selectedId)}
        />
      </div>
      {range.kind === 'absolute' && (
        <FormField label="From and to">
          <DateRangePicker
            value={{ type: 'absolute', startDate: range.start.toISOString(), endDate: range.end.toISOString() }}
            relativeOptions={[]}
            rangeSelectorMode="absolute-only"
            showClearButton={false}
            isValidRange={value =>
              value?.type === 'absolute' && Date.parse(value.endDate) > Date.parse(value.startDate)
                ? { valid: true }
                : { valid: false, errorMessage: 'The end must come after the beginning.' }
            }
            onChange={({ detail }) =>
              onRange(
                detail.value?.type === 'absolute'
                  ? parseRange(`${new Date(detail.value.startDate).toISOString()}~${new Date(detail.value.endDate).toISOString()}`)
                  : DEFAULT_RANGE,
              )
            }
          />
        </FormField>
      )}
      <div className="gh-grow" />
      <Toggle checked={isRefreshing} disabled={range.kind === 'absolute'} onChange={({ detail }) => onRefreshing(detail.checked)}>
        Refresh every 5 s
      </Toggle>
      <Button iconName="refresh" ariaLabel="Refresh now" loading={isLoading && !isRefreshing} onClick={onRefresh} />
    </div>
  );
}
