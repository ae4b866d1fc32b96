import { AccessKey } from './identity/access-key.js';
import { AuditEvent } from './identity/audit-event.js';
import { BearerToken } from './identity/bearer-token.js';
import { DataKey } from './identity/data-key.js';
import { Session } from './identity/session.js';
import { User } from './identity/user.js';

/** The platform's own tables that TypeORM maps; documents, counters and metrics are written in SQL. */
export const PLATFORM_ENTITIES = [AccessKey, AuditEvent, BearerToken, DataKey, Session, User];
