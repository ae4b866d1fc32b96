/**
 * The part of every generated client that is the same: plain JavaScript without a dependency, for browsers (as a script or a module bundler's input)
 * and for Node 18 and later. It signs with Signature Version 4 through Web Crypto. Executed, not only read, by the management API's specs.
 */
export const RUNTIME = String.raw`
  var encoder = new TextEncoder();

  function hex(buffer) {
    return Array.from(new Uint8Array(buffer), function (byte) { return byte.toString(16).padStart(2, '0'); }).join('');
  }
  async function sha256(bytes) {
    return hex(await globalThis.crypto.subtle.digest('SHA-256', bytes));
  }
  async function hmac(key, text) {
    var imported = await globalThis.crypto.subtle.importKey('raw', typeof key === 'string' ? encoder.encode(key) : key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    return globalThis.crypto.subtle.sign('HMAC', imported, encoder.encode(text));
  }
  function encode(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, function (char) { return '%' + char.charCodeAt(0).toString(16).toUpperCase(); });
  }

  /** Fills the path's variables; a greedy one keeps its slashes. A variable without a value is an error before anything is sent. */
  function pathOf(template, values) {
    return template.replace(/\{([^}]+?)(\+?)\}/g, function (_, name, greedy) {
      if (values[name] === undefined || values[name] === null || values[name] === '') throw new TypeError('The path variable ' + name + ' has no value');
      // Clients take such segments out of an address: the call would reach another path.
      if (String(values[name]).split(greedy ? '/' : /$^/).some(function (part) { return part === '.' || part === '..'; })) throw new TypeError('The path variable ' + name + ' must not be a dot segment');
      return greedy ? String(values[name]).split('/').map(encode).join('/') : encode(String(values[name]));
    });
  }
  function queryOf(values) {
    return Object.keys(values).sort().flatMap(function (name) {
      return [].concat(values[name]).filter(function (value) { return value !== undefined && value !== null; }).map(function (value) { return encode(name) + '=' + encode(String(value)); });
    }).sort().join('&');
  }

  async function sign(request, config) {
    var stamp = new Date().toISOString().replace(/[:-]|\.\d{3}/g, '');
    var scope = [stamp.slice(0, 8), config.region, 'execute-api', 'aws4_request'];
    var url = new URL(request.url);
    var signed = { host: url.host, 'x-amz-date': stamp };
    if (config.sessionToken) signed['x-amz-security-token'] = config.sessionToken;
    var names = Object.keys(signed).sort();
    // The path is encoded once more, as every service but S3 wants it.
    var path = url.pathname.split('/').map(encode).join('/');
    var payload = await sha256(encoder.encode(request.body === undefined ? '' : request.body));
    var canonical = [request.method, path, url.search.slice(1), names.map(function (name) { return name + ':' + signed[name] + '\n'; }).join(''), names.join(';'), payload].join('\n');
    var toSign = ['AWS4-HMAC-SHA256', stamp, scope.join('/'), await sha256(encoder.encode(canonical))].join('\n');
    var key = 'AWS4' + config.secretKey;
    for (var part of scope) key = await hmac(key, part);
    request.headers['X-Amz-Date'] = stamp;
    if (config.sessionToken) request.headers['X-Amz-Security-Token'] = config.sessionToken;
    request.headers.Authorization = 'AWS4-HMAC-SHA256 Credential=' + config.accessKey + '/' + scope.join('/') + ', SignedHeaders=' + names.join(';') + ', Signature=' + hex(await hmac(key, toSign));
  }

  async function call(config, fn, params, body, additional) {
    params = params || {};
    additional = additional || {};
    var headers = Object.assign({}, config.defaultHeaders, additional.headers);
    var query = Object.assign({}, additional.queryParams);
    fn.headers.forEach(function (name) { if (params[name] !== undefined) headers[name] = String(params[name]); });
    fn.query.forEach(function (name) { if (params[name] !== undefined) query[name] = params[name]; });
    var text = body === undefined || body === null || fn.verb === 'GET' || fn.verb === 'HEAD' ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    if (text !== undefined && !Object.keys(headers).some(function (name) { return name.toLowerCase() === 'content-type'; })) headers['Content-Type'] = config.defaultContentType;
    if (!Object.keys(headers).some(function (name) { return name.toLowerCase() === 'accept'; })) headers.Accept = config.defaultAcceptType;
    if (config.apiKey) headers['x-api-key'] = config.apiKey;
    var search = queryOf(query);
    var request = { method: fn.verb, url: config.invokeUrl.replace(/\/+$/, '') + pathOf(fn.path, params) + (search && '?' + search), headers: headers, body: text };
    if (fn.isSigned && config.accessKey && config.secretKey) await sign(request, config);
    var response = await (config.fetch || globalThis.fetch)(request.url, { method: request.method, headers: request.headers, body: request.body });
    var raw = await response.text();
    var data = raw;
    if (/[/+]json\b/.test(response.headers.get('content-type') || '')) { try { data = JSON.parse(raw); } catch (error) { data = raw; } }
    var result = { status: response.status, statusText: response.statusText, headers: Object.fromEntries(response.headers), data: data };
    if (response.ok) return result;
    throw Object.assign(new Error('Request failed with status code ' + response.status), { response: result });
  }
`;
