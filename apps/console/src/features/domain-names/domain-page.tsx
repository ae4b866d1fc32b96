import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { V1, type Answer, type DomainName } from '@gatehouse/client-calls';
import { useState } from 'react';
import { useDesk } from '../../shared/calls/desk';
import { useAll, useAnswer } from '../../shared/calls/queries';
import { TagsForm } from '../../shared/forms/tags-form';
import { useDraft } from '../../shared/forms/use-draft';
import { WriteForm } from '../../shared/forms/write-form';
import { Copyable } from '../../shared/parts/invoke-panel';
import { Loaded } from '../../shared/parts/loaded';
import { useAddressText } from '../../shared/place';
import { CallIt } from './call-it';
import { CertificateField } from './certificate-field';
import { DeleteDomain } from './delete-domain';
import { change, DomainForm, draftOfDomain, type DomainDraft } from './domain-draft';
import { dnsTargetOf, placeOf } from './domain-place';
import { MappingTable } from './mapping-table';

/** C-22: one domain: where it leads, and how it is called. */
export function DomainPage({ domainName }: { readonly domainName: string }) {
  const [id] = useAddressText('id');
  const domain = useAnswer(V1.GetDomainName, { domainName, ...(id ? { domainNameId: id } : {}) });
  return <Loaded query={domain}>{answer => <Page key={`${domainName} ${id}`} answer={answer} />}</Loaded>;
}

function Page({ answer }: { readonly answer: Answer<DomainName> }) {
  const domain = answer.value;
  const [deleting, setDeleting] = useState(false);
  const place = placeOf(domain);
  const mappings = useAll(V1.GetBasePathMappings, place);
  const first = mappings.data?.[0];
  const target = dnsTargetOf(domain);
  return (
    <SpaceBetween size="l">
      <Header variant="h1" actions={<Button onClick={() => setDeleting(true)}>Delete domain name</Button>}>
        {domain.domainName}
      </Header>
      <Container header={<Header variant="h2">Call it</Header>}>
        <KeyValuePairs
          columns={1}
          items={[
            { label: 'Endpoint type', value: domain.endpointConfiguration?.types?.join(' and ').toLowerCase() ?? '-' },
            ...(target
              ? [{ label: 'Name for DNS: point a CNAME record at it', value: <Copyable text={target} label="the name for DNS" /> }]
              : []),
            ...(first ? [{ label: 'Try it before DNS knows', value: <CallIt domain={domain} mapping={first} /> }] : []),
          ]}
        />
      </Container>
      <Loaded query={mappings}>{found => <MappingTable place={place} mappings={found} />}</Loaded>
      <Settings answer={answer} />
      <Container header={<Header variant="h2">Tags</Header>}>
        <TagsForm resourceArn={domain.domainNameArn} tags={domain.tags} of={domain.domainName} />
      </Container>
      {deleting && <DeleteDomain domain={domain} mappings={mappings.data ?? null} onClose={() => setDeleting(false)} />}
    </SpaceBetween>
  );
}

function Settings({ answer: { value: domain, etag } }: { readonly answer: Answer<DomainName> }) {
  const { calls } = useDesk();
  const place = placeOf(domain);
  const draft = useDraft<DomainDraft, DomainDraft>(draftOfDomain(domain), DomainForm, etag);
  const reread = async () => {
    const now = await calls.call(V1.GetDomainName, place);
    return { value: draftOfDomain(now.value), etag: now.etag };
  };
  return (
    <Container header={<Header variant="h2">Settings</Header>}>
      <WriteForm
        draft={draft}
        submit="Save"
        calls={parsed => change(place, draft.base, parsed)}
        done={`Domain name ${domain.domainName} was saved`}
        reread={reread}
      >
        <CertificateField value={draft.value.certificateArn} onChange={certificateArn => draft.set({ certificateArn })} />
      </WriteForm>
    </Container>
  );
}
