import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { prepare, V1, type Answer, type Model } from '@gatehouse/client-calls';
import { useState } from 'react';
import { useDesk } from '../../shared/calls/desk';
import { useAnswer } from '../../shared/calls/queries';
import { ConfirmModal } from '../../shared/forms/confirm-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { Loaded } from '../../shared/parts/loaded';
import { TextBlock } from '../../shared/parts/text-block';
import { at, useGo } from '../../shared/place';
import { change, draftOfModel, ModelForm, type ModelDraft } from './model-draft';
import { ModelFields } from './model-fields';

interface ModelPageProps {
  readonly restApiId: string;
  readonly modelName: string;
}

/** C-16: one model. */
export function ModelPage({ restApiId, modelName }: ModelPageProps) {
  return (
    <Loaded query={useAnswer(V1.GetModel, { restApiId, modelName })}>
      {answer => <Page key={modelName} restApiId={restApiId} answer={answer} />}
    </Loaded>
  );
}

function Page({ restApiId, answer: { value: model, etag } }: { readonly restApiId: string; readonly answer: Answer<Model> }) {
  const { calls } = useDesk();
  const go = useGo();
  const [deleting, setDeleting] = useState(false);
  const draft = useDraft<ModelDraft, ModelDraft>(draftOfModel(model), ModelForm, etag);
  const reread = async () => {
    const now = await calls.call(V1.GetModel, { restApiId, modelName: model.name });
    return { value: draftOfModel(now.value), etag: now.etag };
  };
  return (
    <SpaceBetween size="l">
      <Header variant="h1" description={model.contentType} actions={<Button onClick={() => setDeleting(true)}>Delete model</Button>}>
        {model.name}
      </Header>
      <WriteForm
        draft={draft}
        submit="Save"
        calls={parsed => change(restApiId, draft.base, parsed)}
        done={`Model ${model.name} was saved`}
        reread={reread}
      >
        <Container header={<Header variant="h2">Model</Header>}>
          <ModelFields draft={draft} isNew={false} />
        </Container>
      </WriteForm>
      <Template restApiId={restApiId} modelName={model.name} />
      {deleting && (
        <ConfirmModal
          header={`Delete model ${model.name}?`}
          submit="Delete model"
          done={`Model ${model.name} was deleted`}
          calls={[prepare(V1.DeleteModel, { restApiId, modelName: model.name })]}
          onClose={() => setDeleting(false)}
          onDone={() => go(at('restapis', restApiId, 'models'))}
        >
          A model that a method or another model still refers to is not deleted: the refusal names it. Stages keep what was deployed.
        </ConfirmModal>
      )}
    </SpaceBetween>
  );
}

/** The mapping template that API Gateway makes out of a model, to begin with. */
function Template({ restApiId, modelName }: ModelPageProps) {
  const [isOpen, setOpen] = useState(false);
  const template = useAnswer(V1.GetModelTemplate, { restApiId, modelName }, { enabled: isOpen });
  return (
    <ExpandableSection
      variant="container"
      headerText="Mapping template"
      headerDescription="A beginning for a mapping template that walks through a body of this model."
      expanded={isOpen}
      onChange={({ detail }) => setOpen(detail.expanded)}
    >
      {isOpen && (
        <Loaded query={template}>{({ value }) => <TextBlock label="Template" text={value.value ?? ''} emptyText="It is empty." />}</Loaded>
      )}
    </ExpandableSection>
  );
}
