import { Platform1763600000000 } from './1763600000000-platform.js';
import { RestApis1763600100000 } from './1763600100000-rest-apis.js';
import { Access1763600200000 } from './1763600200000-access.js';
import { RestParts1763600300000 } from './1763600300000-rest-parts.js';
import { Domains1763600400000 } from './1763600400000-domains.js';
import { Functions1763600500000 } from './1763600500000-functions.js';

/** Every migration, in the order of its time stamp. Forward only. */
export const MIGRATIONS = [Platform1763600000000, RestApis1763600100000, Access1763600200000, RestParts1763600300000, Domains1763600400000, Functions1763600500000];
