import { fault, type Exchange, type RestRoute, type Step } from '@gatehouse/data-exchange';

function settle(x: Exchange, isTaken: boolean): void {
  if (!isTaken) throw fault('QUOTA_EXCEEDED');
  x.grant?.usage.admit();
}

/** Spends one request of the plan's quota and counts it as used. Waits only when the local part is gone and the control tower is asked. */
export const quota: Step<RestRoute> = {
  name: 'quota',
  build({ method }) {
    if (!method.apiKeyRequired) return null;
    return x => {
      const counter = x.grant?.quota ?? null;
      const taken = counter === null ? true : counter.take();
      if (typeof taken === 'boolean') return settle(x, taken);
      return taken.then(isTaken => settle(x, isTaken));
    };
  },
};
