import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Field } from '../../shared/forms/field';
import type { Draft } from '../../shared/forms/use-draft';
import type { LinkDraft } from './link-draft';

interface LinkFieldsProps {
  readonly draft: Draft<LinkDraft, LinkDraft>;
  readonly isNew: boolean;
}

/** A link's fields. The load balancer is named once. */
export const LinkFields = ({ draft: { value, set }, isNew }: LinkFieldsProps) => (
  <SpaceBetween size="l">
    <Field name="name" label="Name">
      <Input value={value.name} autoFocus={isNew} onChange={({ detail }) => set({ name: detail.value })} />
    </Field>
    <Field name="description" label="Description" optional>
      <Input value={value.description} onChange={({ detail }) => set({ description: detail.value })} />
    </Field>
    <Field
      name="target"
      label="Target"
      optional
      description="Where gateways call: an origin that only they can reach. It moves at once, without a deployment. Without one, the host of the integration's address is called."
    >
      <Input
        value={value.target}
        spellcheck={false}
        placeholder="http://10.0.0.5:8080"
        onChange={({ detail }) => set({ target: detail.value })}
      />
    </Field>
    {isNew && (
      <Field name="targetArn" label="Load balancer" description="AWS's tools expect one; here its ARN is kept and not called." stretch>
        <Input value={value.targetArn} spellcheck={false} onChange={({ detail }) => set({ targetArn: detail.value })} />
      </Field>
    )}
  </SpaceBetween>
);
