import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { prepare, replaced, V1, type Answer, type ClientCertificate } from '@gatehouse/client-calls';
import { useState } from 'react';
import { z } from 'zod';
import { useDesk } from '../../shared/calls/desk';
import { useAnswer } from '../../shared/calls/queries';
import { ConfirmModal } from '../../shared/forms/confirm-modal';
import { Field } from '../../shared/forms/field';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { moment } from '../../shared/parts/dates';
import { Loaded } from '../../shared/parts/loaded';
import { TextBlock } from '../../shared/parts/text-block';
import { at, useGo } from '../../shared/place';
import { Expiry } from './expiry';

const DescriptionForm = z.object({ description: z.string().max(1024, 'At most 1,024 characters.') });
const draftOf = (certificate: ClientCertificate) => ({ description: certificate.description ?? '' });

/** One client certificate: the part that backends are given to trust. */
export function CertificatePage({ clientCertificateId }: { readonly clientCertificateId: string }) {
  return (
    <Loaded query={useAnswer(V1.GetClientCertificate, { clientCertificateId })}>
      {answer => <Page key={clientCertificateId} answer={answer} />}
    </Loaded>
  );
}

function Page({ answer: { value: certificate, etag } }: { readonly answer: Answer<ClientCertificate> }) {
  const { calls } = useDesk();
  const go = useGo();
  const [deleting, setDeleting] = useState(false);
  const place = { clientCertificateId: certificate.clientCertificateId };
  const draft = useDraft(draftOf(certificate), DescriptionForm, etag);
  const reread = async () => {
    const now = await calls.call(V1.GetClientCertificate, place);
    return { value: draftOf(now.value), etag: now.etag };
  };
  return (
    <SpaceBetween size="l">
      <Header variant="h1" actions={<Button onClick={() => setDeleting(true)}>Delete client certificate</Button>}>
        {certificate.clientCertificateId}
      </Header>
      <Container header={<Header variant="h2">Certificate</Header>}>
        <SpaceBetween size="l">
          <KeyValuePairs
            columns={2}
            items={[
              { label: 'Created', value: moment(certificate.createdDate) },
              { label: 'Expires', value: <Expiry date={certificate.expirationDate} /> },
            ]}
          />
          <TextBlock label="PEM" text={certificate.pemEncodedCertificate.trim()} emptyText="" />
        </SpaceBetween>
      </Container>
      <WriteForm
        draft={draft}
        submit="Save"
        done={`Client certificate ${certificate.clientCertificateId} was saved`}
        reread={reread}
        calls={parsed => {
          const patchOperations = replaced(draft.base, parsed, ['description']);
          return patchOperations.length > 0 ? [prepare(V1.UpdateClientCertificate, { ...place, patchOperations })] : [];
        }}
      >
        <Container header={<Header variant="h2">Settings</Header>}>
          <Field name="description" label="Description" optional>
            <Input value={draft.value.description} onChange={({ detail }) => draft.set({ description: detail.value })} />
          </Field>
        </Container>
      </WriteForm>
      {deleting && (
        <ConfirmModal
          header={`Delete client certificate ${certificate.clientCertificateId}?`}
          submit="Delete client certificate"
          done={`Client certificate ${certificate.clientCertificateId} was deleted`}
          calls={[prepare(V1.DeleteClientCertificate, place)]}
          onClose={() => setDeleting(false)}
          onDone={() => go(at('clientcertificates'))}
        >
          Its private key is lost with it. A certificate that a stage still shows is not deleted: the refusal names the stages.
        </ConfirmModal>
      )}
    </SpaceBetween>
  );
}
