import { type DynamicModule, Global, Module } from '@nestjs/common';
import { AccessDecision, CallerVerifier, UnitOfWork } from '@gatehouse/control-operation';
import { CodeStore, DataKey, newSealedDataKey, openDataKey, Vault } from '@gatehouse/control-store';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { Patience } from '../door/patience.js';
import { DocumentFreezer } from '../publish/document-freezer.js';
import { Publisher } from '../publish/publisher.js';
import { AccountLimits } from '../v1/account/account-limits.js';
import { StageAddresses } from '../v1/exports/stage-addresses.js';
import { Freezer } from '../v1/deployments/freezer.js';
import { PlatformAccessDecision } from './access-decision.js';
import { DatabaseWatch } from './database-watch.js';
import { PlatformCallerVerifier } from './caller-verifier.js';
import { FirstRun } from './first-run.js';
import { IdentityService } from './identity.service.js';
import { InfoController } from './info.controller.js';
import { OpenApi, OpenApiController } from './openapi.controller.js';
import { LOG } from './log-token.js';
import { SessionController } from './session.controller.js';
import { Settings } from './settings.js';
import { SignIn } from './sign-in.service.js';
import { TransactionalUnitOfWork } from './unit-of-work.js';

const DATA_KEY = 'data-key-1';

/** Who calls, what they may, and the transaction in which it happens. */
@Global()
@Module({})
export class PlatformModule {
  static with(settings: Settings, log: Logger): DynamicModule {
    return {
      module: PlatformModule,
      controllers: [SessionController, InfoController, OpenApiController],
      providers: [
        { provide: Settings, useValue: settings },
        { provide: LOG, useValue: log },
        { provide: Vault, inject: [DataSource], useFactory: (store: DataSource) => openVault(store, settings) },
        { provide: Freezer, useClass: DocumentFreezer },
        { provide: AccountLimits, useValue: settings.accountThrottle },
        { provide: StageAddresses, useValue: settings.gateway },
        { provide: Patience, useClass: DatabaseWatch },
        { provide: CallerVerifier, useClass: PlatformCallerVerifier },
        { provide: AccessDecision, useClass: PlatformAccessDecision },
        { provide: UnitOfWork, useClass: TransactionalUnitOfWork },
        IdentityService, SignIn, Publisher, OpenApi,
        { provide: CodeStore, inject: [DataSource], useFactory: (store: DataSource) => new CodeStore(store) },
        { provide: FirstRun, inject: [DataSource, Vault, Settings, Publisher], useFactory: (store: DataSource, vault: Vault, s: Settings, publisher: Publisher) => new FirstRun(store, vault, s, publisher) },
      ],
      exports: [Settings, LOG, Vault, CodeStore, AccountLimits, StageAddresses, Freezer, Patience, OpenApi, CallerVerifier, AccessDecision, UnitOfWork, IdentityService, Publisher, FirstRun],
    };
  }
}

/** Opens the data key, or makes it at the very first start. Two processes that start at once agree on one. */
async function openVault(store: DataSource, { accountId, region, masterKey }: Settings): Promise<Vault> {
  await store.query('insert into data_keys (id, account_id, region, sealed) values ($1, $2, $3, $4) on conflict (id) do nothing', [DATA_KEY, accountId, region, newSealedDataKey(masterKey, DATA_KEY)]);
  const row = await store.manager.findOneByOrFail(DataKey, { id: DATA_KEY });
  try {
    return new Vault(openDataKey(masterKey, row.sealed, DATA_KEY), masterKey);
  } catch (cause) {
    throw new Error('The master key is not the one that this database was sealed with: restore master.key or GATEHOUSE_MASTER_KEY.', { cause });
  }
}
