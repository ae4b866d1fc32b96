import { pointerKey } from '@gatehouse/contract-snapshot';
import { fault, type Buckets, type RestRoute, type Step } from '@gatehouse/data-exchange';
import { limitOf, takeAll, type Bucket } from '@gatehouse/engine-throttle';

/** AWS's account limits, which hold until the account's own page says otherwise. */
const ACCOUNT_LIMIT = { perSecond: 10_000, burst: 5_000 };

/**
 * Spends one token from every bucket that the request meets, or none from any: plan per method, plan, stage method or whole stage,
 * account. A method with limits of its own is not held to the stage's. Buckets outlive this build: a deployment never refills one.
 */
export const throttle: Step<RestRoute> = {
  name: 'throttle',
  build(route, { buckets, clock, settings }) {
    const ofRoute = bucketsOfRoute(route, buckets);
    const { routeKey } = route;
    const byPlan = new WeakMap<readonly Bucket[], readonly Bucket[]>();
    const withPlan = (plan: readonly Bucket[]): readonly Bucket[] => {
      const known = byPlan.get(plan);
      if (known !== undefined) return known;
      const all = [...plan, ...ofRoute];
      byPlan.set(plan, all);
      return all;
    };
    return x => {
      const all = x.grant === null ? ofRoute : withPlan(x.grant.bucketsFor(routeKey));
      const refused = takeAll(all, clock.monotonicMs());
      if (refused !== null) {
        x.bucket = refused;
        throw fault('THROTTLED');
      }
      if (settings.rateHeaders) x.bucket = tightest(all);
    };
  },
};

function bucketsOfRoute({ api, stage, settings, routeKey }: RestRoute, buckets: Buckets): readonly Bucket[] {
  const { accountId, region } = api;
  const owner = pointerKey('stage', accountId, region, stage.restApiId, stage.stageName);
  const account = buckets.find(pointerKey('account', accountId, region), 'account', ACCOUNT_LIMIT);
  const limit = settings === null ? null : limitOf(settings.throttlingRateLimit, settings.throttlingBurstLimit);
  if (limit !== null && settings !== stage.methodSettings['*/*']) return [buckets.of(owner, routeKey, limit), account];
  const whole = stage.methodSettings['*/*'];
  const wholeLimit = whole === undefined ? null : limitOf(whole.throttlingRateLimit, whole.throttlingBurstLimit);
  return wholeLimit === null ? [account] : [buckets.of(owner, '*/*', wholeLimit), account];
}

function tightest(all: readonly Bucket[]): Bucket | null {
  let found: Bucket | null = null;
  for (const bucket of all) if (found === null || bucket.level < found.level) found = bucket;
  return found;
}
