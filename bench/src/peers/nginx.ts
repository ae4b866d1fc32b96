import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const COMMON = (folder: string): string => `
worker_processes 1;
daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 4096; }`;
const TEMPS = (folder: string): string => ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `${name}_temp_path ${folder}/${name};`).join(' ');

function write(folder: string, http: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'nginx.conf');
  writeFileSync(file, `${COMMON(folder)}\nhttp { ${TEMPS(folder)}\n${http}\n}\n`);
  return ['-p', folder, '-c', file];
}

/** The backend: nginx answering 1 KB of JSON. Answers the arguments to start it with. */
export function originConfig(folder: string, port: number): readonly string[] {
  const body = JSON.stringify({ id: 42, text: 'x'.repeat(1_000) }).padEnd(1_024, ' ').slice(0, 1_024);
  return write(folder, `access_log off; keepalive_requests 100000000; server { listen 127.0.0.1:${port} backlog=4096; default_type application/json; location / { return 200 '${body}'; } }`);
}

/** The peer: key check, rate limit and access log in front of the origin. */
export function nginxPeerConfig(folder: string, port: number, origin: number, apiKey: string): readonly string[] {
  return write(folder, `
  log_format access '{"id":"$request_id","ip":"$remote_addr","time":"$time_local","method":"$request_method","path":"$uri","status":"$status","bytes":"$body_bytes_sent","latency":"$request_time"}';
  access_log ${folder}/access.log access buffer=64k flush=1s;
  limit_req_zone $http_x_api_key zone=keys:10m rate=1000000r/s;
  map $http_x_api_key $is_known { default 0; "${apiKey}" 1; }
  keepalive_requests 100000000;
  upstream origin { server 127.0.0.1:${origin}; keepalive 256; keepalive_requests 100000000; }
  server {
    listen 127.0.0.1:${port} backlog=4096;
    location / {
      if ($is_known = 0) { return 403; }
      limit_req zone=keys burst=100000 nodelay;
      proxy_http_version 1.1; proxy_set_header Connection ""; proxy_pass http://origin;
    }
  }`);
}
