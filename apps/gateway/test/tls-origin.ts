import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

// A certificate for nobody's name, signed by itself and good for a hundred years: made for tests, secret to no one.
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgVfJEZ9PUqbtQXZIX
FRdmR9nCDeKA+qiI0Qanq+NgPJehRANCAATUSZlFowkIPVH5zxf2H6Kkm6GT1MPR
tQkLfjzt/+C633YDT+a1GAnR9mPoPWoteVFHX4YZeAO1onVKh/NDY5jG
-----END PRIVATE KEY-----
`;
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBoDCCAUegAwIBAgIUIa4eKT8LuJDA2AM6ApibDQvYP6UwCgYIKoZIzj0EAwIw
GDEWMBQGA1UEAwwNd3JvbmcuZXhhbXBsZTAgFw0yNjExMjAxMDAxMDRaGA8yMTI2
MTAyNzEwMDEwNFowGDEWMBQGA1UEAwwNd3JvbmcuZXhhbXBsZTBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABNRJmUWjCQg9UfnPF/YfoqSboZPUw9G1CQt+PO3/4Lrf
dgNP5rUYCdH2Y+g9ai15UUdfhhl4A7WidUqH80NjmMajbTBrMB0GA1UdDgQWBBTz
leXsIoK5qA4kW84ohkNJwkk9HDAfBgNVHSMEGDAWgBTzleXsIoK5qA4kW84ohkNJ
wkk9HDAPBgNVHRMBAf8EBTADAQH/MBgGA1UdEQQRMA+CDXdyb25nLmV4YW1wbGUw
CgYIKoZIzj0EAwIDRwAwRAIgO5HWBIuT1gQnzOi6UVZmRxhQPHdcBeT5ennJ2hIq
7eICICcQxDWEZtgLN6ElNmeDH2gjvQ5RYsXE/FhHzPDNci3h
-----END CERTIFICATE-----
`;

/** An HTTPS backend whose certificate names another host. */
export async function tlsOrigin(): Promise<{ readonly base: string; stop(): void }> {
  const server = createServer({ key: KEY, cert: CERTIFICATE }, (_request, response) => response.end('secret'));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `https://localhost:${(server.address() as AddressInfo).port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
