import { createHash } from 'node:crypto';

/** The namespace of all ids of feeds; it was drawn once and says nothing. */
const namespace = Buffer.from('8f4f6a0e3c1b4b0c9d53a7c2e61f7d94', 'hex');

/** A name-based UUID (RFC 9562, version 5) as a URN: the same parts in the same order give the same id, on any site. */
export function urn(...parts: readonly string[]): string {
  const bytes = createHash('sha1').update(namespace).update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
