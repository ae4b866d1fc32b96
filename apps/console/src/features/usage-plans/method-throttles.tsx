import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { V1, type PlanStage, type UsagePlan } from '@gatehouse/client-calls';
import { useContext } from 'react';
import { useDesk } from '../../shared/calls/desk';
import { useAnswer } from '../../shared/calls/queries';
import { Field, ProblemsContext } from '../../shared/forms/field';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { Loaded } from '../../shared/parts/loaded';
import { changeLimits, draftOfLimits, limitKey, LimitsForm, type LimitsDraft, type MethodLimit } from './method-limits';

interface MethodThrottlesProps {
  readonly plan: UsagePlan;
  readonly stage: PlanStage;
  readonly onClose: () => void;
}

/** Limits of single methods for the keys of a plan. */
export function MethodThrottles({ plan, stage, onClose }: MethodThrottlesProps) {
  const { calls } = useDesk();
  const answer = useAnswer(V1.GetUsagePlan, { usagePlanId: plan.id });
  const stageIn = ({ apiStages }: UsagePlan) => apiStages?.find(each => each.apiId === stage.apiId && each.stage === stage.stage);
  const draft = useDraft<LimitsDraft, LimitsDraft>(
    draftOfLimits(stageIn(answer.data?.value ?? plan)),
    LimitsForm,
    answer.data?.etag ?? null,
  );
  const reread = async () => {
    const now = await calls.call(V1.GetUsagePlan, { usagePlanId: plan.id });
    return { value: draftOfLimits(stageIn(now.value)), etag: now.etag };
  };
  return (
    <FormModal header={`Method throttles on ${stage.stage}`} size="large" dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Save"
        guard={false}
        onCancel={onClose}
        onSaved={onClose}
        done={`The method throttles of ${plan.name} were saved`}
        reread={reread}
        calls={parsed => changeLimits(plan.id, stage, draft.base, parsed)}
      >
        <Field
          name="limitsList"
          label="Methods with a limit of their own"
          description="Other methods are held by the plan's limit."
          stretch
        >
          <Loaded query={useAnswer(V1.GetStage, { restApiId: stage.apiId, stageName: stage.stage })}>
            {({ value: { deploymentId } }) => (
              <Limits
                apiId={stage.apiId}
                deploymentId={deploymentId}
                limits={draft.value.limits}
                onChange={limits => draft.set({ limits })}
              />
            )}
          </Loaded>
        </Field>
      </WriteForm>
    </FormModal>
  );
}

interface LimitsProps {
  readonly apiId: string;
  readonly deploymentId: string;
  readonly limits: readonly MethodLimit[];
  readonly onChange: (limits: readonly MethodLimit[]) => void;
}

function Limits({ apiId, deploymentId, limits, onChange }: LimitsProps) {
  const problems = useContext(ProblemsContext);
  const deployment = useAnswer(V1.GetDeployment, { restApiId: apiId, deploymentId, embed: ['apisummary'] });
  const options = Object.entries(deployment.data?.value.apiSummary ?? {})
    .flatMap(([path, methods]) => Object.keys(methods).map(method => ({ value: limitKey(path, method), label: `${method} ${path}` })))
    .sort((a, b) => (a.value < b.value ? -1 : 1));
  const replace = (index: number, change: Partial<MethodLimit>): void =>
    onChange(limits.map((limit, at) => (at === index ? { ...limit, ...change } : limit)));
  const problem =
    (member: string) =>
    (_limit: MethodLimit, index: number): string =>
      problems[`limits.${index}.${member}`] ?? '';
  return (
    <AttributeEditor<MethodLimit>
      items={limits}
      addButtonText="Add method"
      removeButtonText="Remove"
      removeButtonAriaLabel={({ key }) => `Remove ${key || 'method'}`}
      empty="No method has a limit of its own."
      onAddButtonClick={() => onChange([...limits, { key: '', rate: '10', burst: '20' }])}
      onRemoveButtonClick={({ detail }) => onChange(limits.filter((_limit, at) => at !== detail.itemIndex))}
      definition={[
        {
          label: 'Method',
          errorText: problem('key'),
          control: (limit, index) => (
            <Select
              selectedOption={
                limit.key ? (options.find(option => option.value === limit.key) ?? { value: limit.key, label: limit.key }) : null
              }
              options={options}
              filteringType="auto"
              placeholder="Choose a method"
              empty="Nothing is deployed."
              onChange={({ detail }) => replace(index, { key: detail.selectedOption.value ?? '' })}
            />
          ),
        },
        {
          label: 'Rate',
          errorText: problem('rate'),
          control: (limit, index) => (
            <Input value={limit.rate} inputMode="decimal" onChange={({ detail }) => replace(index, { rate: detail.value })} />
          ),
        },
        {
          label: 'Burst',
          errorText: problem('burst'),
          control: (limit, index) => (
            <Input value={limit.burst} inputMode="numeric" onChange={({ detail }) => replace(index, { burst: detail.value })} />
          ),
        },
      ]}
    />
  );
}
