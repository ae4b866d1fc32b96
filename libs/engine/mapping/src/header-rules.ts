/** Which headers a gateway passes, drops, renames or refuses, as AWS was recorded to do it. Names are in lower case. */
const names = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().split(' '));

/** Never taken from a client's request, whatever the integration. Hop-by-hop headers that AWS's list lacks are ours. */
export const STRIPPED_FROM_CLIENT = names(
  'Connection Content-Length Content-MD5 Expect Max-Forwards Proxy-Authenticate Server TE Transfer-Encoding Trailer Upgrade WWW-Authenticate Keep-Alive Proxy-Connection Proxy-Authorization',
);
/** What HTTP_PROXY drops of a client's request beside that. The gateway writes Host, the forwarding headers and its own ids itself. */
export const DROPPED_BY_HTTP_PROXY = names('Host Via X-Forwarded-For X-Forwarded-Port X-Forwarded-Proto X-Amzn-Trace-Id X-Amzn-Apigateway-Api-Id');
/** Codings that a body really has: dropping their header would make the body unreadable, so it is kept where the bytes pass untouched. */
export const REAL_CODINGS = names('gzip x-gzip deflate br zstd compress x-compress');

/** Mapping one of these fails when the method is called. */
export const UNMAPPABLE = names('Content-Length Transfer-Encoding X-Amzn-Trace-Id X-Amzn-Apigateway-Api-Id');

/** Answered to the client as `x-amzn-Remapped-{name}`, by integration type. */
export const REMAPPED: Readonly<Record<'HTTP' | 'HTTP_PROXY', ReadonlySet<string>>> = {
  HTTP: names('Authorization Connection Content-Length Content-MD5 Date Expect Host Max-Forwards Proxy-Authenticate Server Trailer Upgrade User-Agent WWW-Authenticate'),
  HTTP_PROXY: names('Connection Content-Length Date Server X-Amzn-RequestId'),
};
/** Never passed back from a backend of HTTP_PROXY: framing is the gateway's, and hop-by-hop headers end here. */
export const DROPPED_FROM_BACKEND = names('Transfer-Encoding Via Keep-Alive Proxy-Connection TE Trailer Upgrade Proxy-Authorization X-Amz-Apigw-Id');
/** The prefix of a remapped header's name. */
export const REMAPPED_PREFIX = 'x-amzn-Remapped-';
