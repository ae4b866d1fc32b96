import type { Touched } from '@gatehouse/control-operation';

/** The marks of one use case: which pages and stages it changed. Each counts once, however often it is marked. */
export class TouchedMarks implements Touched {
  readonly stages = new Map<string, { readonly restApiId: string; readonly stageName: string }>();
  readonly plans = new Set<string>();
  readonly keys = new Set<string>();
  readonly domains = new Map<string, { readonly domainName: string; readonly domainNameId: string }>();
  readonly vpcLinks = new Set<string>();
  isAccountTouched = false;

  get isEmpty(): boolean {
    return this.stages.size === 0 && this.plans.size === 0 && this.keys.size === 0 && this.domains.size === 0 && this.vpcLinks.size === 0 && !this.isAccountTouched;
  }

  stage(restApiId: string, stageName: string): void {
    this.stages.set(`${restApiId}/${stageName}`, { restApiId, stageName });
  }

  plan(usagePlanId: string): void {
    this.plans.add(usagePlanId);
  }

  key(apiKeyId: string): void {
    this.keys.add(apiKeyId);
  }

  domain(domainName: string, domainNameId: string): void {
    this.domains.set(`${domainName} ${domainNameId}`, { domainName, domainNameId });
  }

  vpcLink(vpcLinkId: string): void {
    this.vpcLinks.add(vpcLinkId);
  }

  account(): void {
    this.isAccountTouched = true;
  }
}
