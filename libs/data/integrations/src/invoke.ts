import type { Exchange, Ports, Run } from '@gatehouse/data-exchange';

/** Sends the mapped request and notes how long the backend took to answer. A client that leaves cancels it through `x.cancelable`. */
export function invokeUpstream({ upstream, clock }: Ports): Run {
  return (x: Exchange) => {
    if (x.integrationRequest === null) throw new Error('invoke runs after mapRequest');
    x.integrationStartedMs = clock.monotonicMs();
    return upstream.send(x.integrationRequest, x).then(
      response => {
        x.integrationEndedMs = clock.monotonicMs();
        x.integrationResponse = response;
      },
      (error: unknown) => {
        x.integrationEndedMs = clock.monotonicMs();
        throw error;
      },
    );
  };
}
