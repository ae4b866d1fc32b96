import { Platform1763600000000 } from './1763600000000-platform.js';
import { RestApis1763600100000 } from './1763600100000-rest-apis.js';
import { Access1763600200000 } from './1763600200000-access.js';

/** Every migration, in the order of its time stamp. Forward only. */
export const MIGRATIONS = [Platform1763600000000, RestApis1763600100000, Access1763600200000];
