import { prepare, replaced, V1, type Call, type VpcLink } from '@gatehouse/client-calls';
import { z } from 'zod';

/** The tag that says where a link leads. */
export const TARGET = 'gatehouse:target';

/** The form of a VPC link. `target` empty = the integration's own host is called. */
export interface LinkDraft {
  readonly name: string;
  readonly description: string;
  readonly target: string;
  readonly targetArn: string;
}

const ORIGIN = /^https?:\/\/(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+)(:\d{1,5})?\/?$/;

/** A target is an origin, as gateways call it. */
export const LinkForm = z.object({
  name: z.string().refine(name => name.trim() !== '', 'Give it a name.'),
  description: z.string().max(1024, 'At most 1,024 characters.'),
  target: z.string().refine(text => text === '' || ORIGIN.test(text), 'An origin, such as http://10.0.0.5:8080.'),
  targetArn: z.string().startsWith('arn:', 'The ARN of a load balancer.'),
});

/** What the form of a new link begins with. AWS wants a load balancer's name; here it is only kept. */
export const newLink = ({ region, accountId }: { readonly region: string; readonly accountId: string }): LinkDraft => ({
  name: '',
  description: '',
  target: '',
  targetArn: `arn:aws:elasticloadbalancing:${region}:${accountId}:loadbalancer/net/private/0000000000000000`,
});

/** The form of a link as it is stored. */
export const draftOfLink = (link: VpcLink): LinkDraft => ({
  name: link.name,
  description: link.description ?? '',
  target: link.tags?.[TARGET] ?? '',
  targetArn: link.targetArns?.[0] ?? '',
});

/** What makes a link. */
export const creation = ({ name, description, target, targetArn }: LinkDraft): readonly Call[] => [
  prepare(V1.CreateVpcLink, {
    name,
    targetArns: [targetArn],
    ...(description ? { description } : {}),
    ...(target ? { tags: { [TARGET]: target } } : {}),
  }),
];

/** What turns one version of a link into another: its own fields by a patch, its target by a tag. */
export function change(vpcLinkId: string, region: string, base: LinkDraft, after: LinkDraft): readonly Call[] {
  const patchOperations = replaced(base, after, ['name', 'description']);
  const resourceArn = `arn:aws:apigateway:${region}::/vpclinks/${vpcLinkId}`;
  return [
    ...(patchOperations.length > 0 ? [prepare(V1.UpdateVpcLink, { vpcLinkId, patchOperations })] : []),
    ...(base.target === after.target
      ? []
      : [
          after.target
            ? prepare(V1.TagResource, { resourceArn, tags: { [TARGET]: after.target } })
            : prepare(V1.UntagResource, { resourceArn, tagKeys: [TARGET] }),
        ]),
  ];
}
