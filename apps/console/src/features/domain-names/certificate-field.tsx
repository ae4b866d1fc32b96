import Input from '@cloudscape-design/components/input';
import { Field } from '../../shared/forms/field';

/** The ARN of a domain's certificate. */
export const CertificateField = ({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) => (
  <Field
    name="certificateArn"
    label="Certificate"
    optional
    description="The ARN of a certificate in ACM. It is kept for AWS's tools; gateways answer plain HTTP so far."
    stretch
  >
    <Input value={value} spellcheck={false} placeholder="arn:aws:acm:…" onChange={({ detail }) => onChange(detail.value)} />
  </Field>
);
