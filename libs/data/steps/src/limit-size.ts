import { fault, type RestRoute, type Step } from '@gatehouse/data-exchange';

/** AWS's payload limit, 10 MB. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;

/**
 * A declared length over the limit is refused before any byte is read. A body of unknown length is held to the limit while it flows:
 * its reader fails, and the backend's socket is destroyed before the last chunk, so no complete request arrives there.
 */
export const limitSize: Step<RestRoute> = {
  name: 'limitSize',
  build: () => ({ inbound: { body } }) => {
    if (body === null) return;
    if (body.length > MAX_BODY_BYTES) throw fault('REQUEST_TOO_LARGE');
    body.maxBytes = MAX_BODY_BYTES;
  },
};
