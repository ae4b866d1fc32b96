import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import Link from '@cloudscape-design/components/link';
import { prepare, V1, type ClientCertificate } from '@gatehouse/client-calls';
import { useState } from 'react';
import { z } from 'zod';
import { useAll } from '../../shared/calls/queries';
import { Field } from '../../shared/forms/field';
import { FormModal } from '../../shared/forms/form-modal';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { moment } from '../../shared/parts/dates';
import type { Column } from '../../shared/parts/list-cut';
import { ListTable } from '../../shared/parts/list-table';
import { at, useGo } from '../../shared/place';
import { Expiry } from './expiry';

const COLUMNS: readonly Column<ClientCertificate>[] = [
  {
    id: 'id',
    header: 'ID',
    cell: each => (
      <Link href={at('clientcertificates', each.clientCertificateId)}>
        <span className="gh-mono">{each.clientCertificateId}</span>
      </Link>
    ),
    text: each => each.clientCertificateId,
    order: each => each.clientCertificateId,
    isRowHeader: true,
  },
  { id: 'description', header: 'Description', cell: each => each.description || '-', text: each => each.description ?? '' },
  { id: 'created', header: 'Created', cell: each => moment(each.createdDate), order: each => each.createdDate.getTime() },
  { id: 'expires', header: 'Expires', cell: each => <Expiry date={each.expirationDate} />, order: each => each.expirationDate.getTime() },
];

/** C-22: what gateways show to backends, so that those know who calls. */
export function CertificateList() {
  const [creating, setCreating] = useState(false);
  const create = (
    <Button variant="primary" onClick={() => setCreating(true)}>
      Generate client certificate
    </Button>
  );
  return (
    <>
      <ListTable
        title="Client certificates"
        variant="full-page"
        query={useAll(V1.GetClientCertificates, {})}
        columns={COLUMNS}
        rowId={each => each.clientCertificateId}
        searchLabel="Find by id or description"
        actions={create}
        empty={{
          title: 'No client certificates yet',
          text: 'A stage shows one to its HTTPS backends, which then know that a call comes from your gateway.',
          action: create,
        }}
      />
      {creating && <Generate onClose={() => setCreating(false)} />}
    </>
  );
}

const GenerateForm = z.object({ description: z.string().max(1024, 'At most 1,024 characters.') });

function Generate({ onClose }: { readonly onClose: () => void }) {
  const go = useGo();
  const draft = useDraft({ description: '' }, GenerateForm);
  return (
    <FormModal header="Generate client certificate" dirty={draft.dirty} onClose={onClose}>
      <WriteForm
        draft={draft}
        submit="Generate"
        canSaveUnchanged
        guard={false}
        onCancel={onClose}
        done="The client certificate was generated"
        calls={({ description }) => [prepare(V1.GenerateClientCertificate, description ? { description } : {})]}
        onSaved={([answer]) => {
          onClose();
          go(at('clientcertificates', (answer?.value as ClientCertificate).clientCertificateId));
        }}
      >
        <Field name="description" label="Description" optional constraint="It is valid for 365 days. The private key stays sealed.">
          <Input value={draft.value.description} autoFocus onChange={({ detail }) => draft.set({ description: detail.value })} />
        </Field>
      </WriteForm>
    </FormModal>
  );
}
