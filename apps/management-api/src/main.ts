import { createApp } from './app.js';
import { newLog } from './door/log.js';
import { AwsQuotas } from './platform/aws-quotas.js';
import { FirstRun } from './platform/first-run.js';
import { OpenApi } from './platform/openapi.controller.js';
import { PlatformModule } from './platform/platform.module.js';
import { Settings } from './platform/settings.js';
import { PublishModule } from './publish/publish.module.js';

const settings = new Settings(process.env);
const log = newLog(settings.logLevel);
process.on('unhandledRejection', error => log.error({ err: error }, 'a promise was rejected and nobody listened'));

const app = await createApp({
  databaseUrl: settings.databaseUrl,
  region: settings.region,
  consoleDist: settings.consoleDist,
  modules: [PlatformModule.with(settings, log), PublishModule],
  log,
  ...(settings.hasAwsLimits && { quotas: new AwsQuotas() }),
});
await app.get(FirstRun).ensure();
app.get(OpenApi).describe(app);
await app.listen(settings.port, settings.bind);
log.info({ port: settings.port, gatewaysPort: settings.gatewaysPort }, 'the management API listens');
