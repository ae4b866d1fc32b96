import http from 'node:http';

export interface Answer { readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly body: string }
export interface Ask { readonly method?: string; readonly host?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string; readonly agent?: http.Agent }

/** One request with every header in our hand, Host among them: `fetch` would not let us set it. */
export function ask(url: string, { method = 'GET', host, headers = {}, body, agent }: Ask = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers: { ...headers, ...(host && { host }), ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }) }, ...(agent && { agent }) }, response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString('utf8') }));
      response.once('error', reject);
    });
    // Whether the connection had served before: a reset of a fresh one means that nobody had taken it in yet.
    request.once('error', error => reject(Object.assign(error, { reusedSocket: request.reusedSocket })));
    request.end(body);
  });
}
