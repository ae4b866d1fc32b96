import type { StageRoute, Step } from '@gatehouse/data-exchange';

/** Counts the exchange in its route's minute series. Unmatched requests are counted for the stage, under no resource, so paths cannot flood the series. */
export const metrics: Step<StageRoute> = {
  name: 'metrics',
  build({ stage, resourcePath, httpMethod }, ports) {
    const series = ports.metrics.series({ restApiId: stage.restApiId, stageName: stage.stageName, resourcePath, httpMethod });
    return x => {
      const hasIntegration = x.integrationStartedMs >= 0 && x.integrationEndedMs >= 0;
      const integrationUs = hasIntegration ? (x.integrationEndedMs - x.integrationStartedMs) * 1000 : -1;
      series.record(x.answer?.status ?? CLIENT_GONE, (x.endedMs - x.startedMs) * 1000, integrationUs);
    };
  },
};

/** What logs call a request whose client left before an answer was ready. */
const CLIENT_GONE = 499;
