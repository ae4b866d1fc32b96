import { benchControlPlane } from './control/control-bench.js';
import { benchGateway } from './gateway-bench.js';

/** `BENCH=gateway` or `BENCH=control` runs one of the two. */
const wanted = process.env['BENCH'] ?? 'all';
if (wanted !== 'gateway') await benchControlPlane();
if (wanted !== 'control') await benchGateway();
process.exit(0);
