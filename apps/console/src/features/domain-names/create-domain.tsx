import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import type { DomainName } from '@gatehouse/client-calls';
import { Field } from '../../shared/forms/field';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { useGo } from '../../shared/place';
import { CertificateField } from './certificate-field';
import { creation, DomainForm, NEW_DOMAIN, type DomainDraft } from './domain-draft';
import { pageOf } from './domain-place';

const TYPES = [
  { value: 'REGIONAL', label: 'Regional', description: 'Called directly at the gateways.' },
  { value: 'EDGE', label: 'Edge-optimized', description: 'Served by gateways that are labelled edge.' },
  { value: 'PRIVATE', label: 'Private', description: 'Served on private listeners alone.' },
];

/** A new domain. */
export function CreateDomain({ onClose }: { readonly onClose: () => void }) {
  const go = useGo();
  const draft = useDraft<DomainDraft, DomainDraft>(NEW_DOMAIN, DomainForm);
  const { value, set } = draft;
  return (
    <FormModal header="Create domain name" size="large" dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Create domain name"
        canSaveUnchanged
        guard={false}
        onCancel={onClose}
        calls={creation}
        done={`Domain name ${value.domainName} was created`}
        onSaved={([answer]) => {
          onClose();
          go(pageOf(answer?.value as DomainName));
        }}
      >
        <Field name="domainName" label="Domain name" description="A star as its first label stands for any one label.">
          <Input
            value={value.domainName}
            autoFocus
            spellcheck={false}
            placeholder="api.example.com"
            onChange={({ detail }) => set({ domainName: detail.value })}
          />
        </Field>
        <Field name="endpointType" label="Endpoint type">
          <RadioGroup
            value={value.endpointType}
            items={TYPES}
            onChange={({ detail }) => set({ endpointType: detail.value as DomainDraft['endpointType'] })}
          />
        </Field>
        <CertificateField value={value.certificateArn} onChange={certificateArn => set({ certificateArn })} />
      </WriteForm>
    </FormModal>
  );
}
