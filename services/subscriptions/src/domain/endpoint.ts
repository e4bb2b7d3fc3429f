import ipaddr from 'ipaddr.js';

/** Where webhooks may go. On a developer's machine the receiving end stands beside us. */
export type EndpointPolicy = 'public-https' | 'anything-local';

const PORTS: ReadonlySet<string> = new Set(['', '443', '8443']);
const PRIVATE_NAMES = /(?:^|\.)(?:localhost|local|localdomain|internal|home\.arpa)$/;

/**
 * An endpoint as it will be called, or undefined when it may not be: https on one of two ports, no user name, a name with
 * a dot that is not of a private network, or a public address in whatever notation (DELIVERY §3.6, row 80). What a name
 * leads to is looked at when it is called.
 */
export function readEndpoint(text: string, policy: EndpointPolicy): string | undefined {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return undefined;
  if (policy === 'anything-local') return /^https?:$/.test(url.protocol) ? url.href : undefined;
  if (url.protocol !== 'https:' || !PORTS.has(url.port)) return undefined;
  return isPublicHost(url.hostname) ? url.href : undefined;
}

function isPublicHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (ipaddr.isValid(host)) return isPublicAddress(host);
  return host.includes('.') && !PRIVATE_NAMES.test(host);
}

/** True for an address of the public internet: not loopback, private, link-local, shared, reserved, multicast, nor one of those within IPv6. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}
