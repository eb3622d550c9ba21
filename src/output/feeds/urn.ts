import { createHash } from 'node:crypto';

/** A random namespace for the ids of feeds and their items. It must never change. */
const namespace = Buffer.from('8f4f6a0e3c1b4b0c9d53a7c2e61f7d94', 'hex');

/** Returns a name-based UUID (RFC 9562, version 5) as a URN. The same parts give the same id on any host. */
export function urn(...parts: readonly string[]): string {
  const bytes = createHash('sha1').update(namespace).update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
