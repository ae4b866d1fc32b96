// Exit 0 when the address answers 2xx within two seconds: the images have no curl.
const response = await fetch(process.argv[2], { signal: AbortSignal.timeout(2_000) }).catch(() => null);
process.exit(response?.ok ? 0 : 1);
