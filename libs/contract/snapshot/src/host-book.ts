import { z } from 'zod';
import { FORMAT } from './api-snapshot.js';

/** Where a base path of a custom domain leads. `basePath` has no slash at either end and is empty for the root; a null stage is named by the caller's next segment. */
export const BasePathSnapshot = z.object({ basePath: z.string(), restApiId: z.string(), stageName: z.string().nullable() });
export type BasePathSnapshot = z.infer<typeof BasePathSnapshot>;

/** One custom domain of the HostBook with all its mappings: a moved domain touches no API. */
export const DomainPage = z.object({
  format: z.literal(FORMAT),
  kind: z.literal('domain'),
  accountId: z.string(),
  region: z.string(),
  /** Lower case; `*.example.com` stands for every name one label longer. */
  domainName: z.string(),
  /** Empty for public domains. */
  domainNameId: z.string(),
  endpointTypes: z.array(z.string()),
  /** The VPC endpoints that may reach a private domain. */
  vpcEndpointIds: z.array(z.string()),
  mappings: z.array(BasePathSnapshot),
});
export type DomainPage = z.infer<typeof DomainPage>;

/** A private upstream under a name. `target` is an origin (`http://10.0.0.5:8080`); null = requests go to the host of the integration's own URI. */
export const VpcLinkPage = z.object({
  format: z.literal(FORMAT),
  kind: z.literal('vpc-link'),
  accountId: z.string(),
  region: z.string(),
  vpcLinkId: z.string(),
  name: z.string(),
  target: z.string().nullable(),
});
export type VpcLinkPage = z.infer<typeof VpcLinkPage>;
