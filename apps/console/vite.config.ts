import react from '@vitejs/plugin-react';
import { defineConfig, type ProxyOptions } from 'vite';

const management = process.env['GATEHOUSE_MANAGEMENT_URL'] ?? 'http://127.0.0.1:4000';
const proxied: ProxyOptions = { target: management, changeOrigin: false };

// The management API serves the bundle under /console/; while developing, Vite serves it and passes every other path on.
export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [react()],
  resolve: { conditions: ['@gatehouse/source', 'module', 'browser', 'development|production'] },
  server: { host: '127.0.0.1', proxy: { '^/(api|restapis|apikeys|usageplans|domainnames|vpclinks|clientcertificates|sdktypes|account|tags)(/|\\?|$)': proxied } },
  build: { outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 2_000 },
});
