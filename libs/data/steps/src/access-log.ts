import { contextVariable, type Exchange, type StageRoute, type Step } from '@gatehouse/data-exchange';
import { compileFormat, escapeForLog } from '@gatehouse/engine-logformat';

/** Variables that bring their own quotes, and those that the gateway makes itself: nothing in them needs escaping. */
const SAFE = new Set([
  'context.error.messageString', 'context.requestId', 'context.extendedRequestId', 'context.requestTime', 'context.requestTimeEpoch', 'context.status', 'context.responseLength', 'context.responseLatency',
  'context.integrationLatency', 'context.integration.latency', 'context.integration.status', 'context.integrationStatus', 'context.accountId', 'context.apiId', 'context.deploymentId', 'context.stage', 'context.protocol',
]);

/** Writes one line in the stage's own format when the exchange is over. A value can end neither its string nor its line. */
export const accessLog: Step<StageRoute> = {
  name: 'accessLog',
  build({ stage }, { logs }) {
    if (stage.accessLog === null) return null;
    const stream = logs.stream(stage.accessLog.destinationArn);
    if (stream === null) return null;
    const line = compileFormat<Exchange>(stage.accessLog.format.replace(/[\r\n]+/g, ' ').trim(), {
      missing: '-',
      quoted: SAFE,
      escape: escapeForLog,
      variable: name => (name.startsWith('context.') ? contextVariable(name.slice(8)) : null),
    });
    return x => stream.append(line(x));
  },
};
