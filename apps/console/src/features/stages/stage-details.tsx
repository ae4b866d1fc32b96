import Input from '@cloudscape-design/components/input';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { prepare, replaced, V1, type Stage } from '@gatehouse/client-calls';
import { z } from 'zod';
import { useAll } from '../../shared/calls/queries';
import { Choice } from '../../shared/forms/choice';
import { Field } from '../../shared/forms/field';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { moment } from '../../shared/parts/dates';
import { at } from '../../shared/place';
import { FlushCaches } from './flush-caches';
import { useReread, type StageFormProps } from './stage-place';
import { STAGE_WIDE, throttleText } from './throttle';

const DetailsForm = z.object({
  description: z.string().max(1024, 'At most 1,024 characters.'),
  clientCertificateId: z.string(),
  documentationVersion: z.string(),
});
const draftOf = (stage: Stage) => ({
  description: stage.description ?? '',
  clientCertificateId: stage.clientCertificateId ?? '',
  documentationVersion: stage.documentationVersion ?? '',
});

/** What a stage serves since when; its description, client certificate and documentation; its caches. */
export function StageDetails({ place, answer: { value: stage, etag } }: StageFormProps) {
  const draft = useDraft(draftOf(stage), DetailsForm, etag);
  const { value, set } = draft;
  const reread = useReread(place, draftOf);
  const certificates = useAll(V1.GetClientCertificates, {});
  const versions = useAll(V1.GetDocumentationVersions, { restApiId: place.restApiId });
  return (
    <SpaceBetween size="l">
      <KeyValuePairs
        columns={4}
        items={[
          { label: 'Active deployment', value: <span className="gh-mono">{stage.deploymentId}</span> },
          { label: 'Throttle', value: throttleText(stage.methodSettings?.[STAGE_WIDE]) },
          { label: 'Created', value: moment(stage.createdDate) },
          { label: 'Last updated', value: moment(stage.lastUpdatedDate) },
        ]}
      />
      <WriteForm
        draft={draft}
        submit="Save"
        done={`Stage ${place.stageName} was saved`}
        reread={reread}
        calls={parsed => {
          const patchOperations = replaced(draft.base, parsed, ['description', 'clientCertificateId', 'documentationVersion']);
          return patchOperations.length > 0 ? [prepare(V1.UpdateStage, { ...place, patchOperations })] : [];
        }}
      >
        <Field name="description" label="Description" optional>
          <Input value={value.description} onChange={({ detail }) => set({ description: detail.value })} />
        </Field>
        <Choice
          name="clientCertificateId"
          label="Client certificate"
          value={value.clientCertificateId}
          onChange={clientCertificateId => set({ clientCertificateId })}
          query={certificates}
          none="None"
          option={({ clientCertificateId, description = '' }) => ({ value: clientCertificateId, label: clientCertificateId, description })}
          description={
            <>
              What gateways show to backends over HTTPS. <Link href={at('clientcertificates')}>Client certificates</Link>
            </>
          }
        />
        <Choice
          name="documentationVersion"
          label="Documentation version"
          value={value.documentationVersion}
          onChange={documentationVersion => set({ documentationVersion })}
          query={versions}
          none="None"
          option={({ version, description = '' }) => ({ value: version, label: version, description })}
          description={
            <>
              What exports of this stage say. <Link href={at('restapis', place.restApiId, 'documentation')}>Documentation</Link>
            </>
          }
        />
      </WriteForm>
      <FlushCaches place={place} stage={stage} />
    </SpaceBetween>
  );
}
