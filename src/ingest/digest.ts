/**
 * A short name for the content of a file: its length and 64 bits of an FNV-1a hash run twice from different starts.
 * For recognising the same file again, not for security; the page may not run where the browser offers real digests.
 */
export const digest = (bytes: Uint8Array): string => {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    first = Math.imul(first ^ byte, 0x01000193);
    second = Math.imul(second ^ byte, 0x85ebca6b) ^ (second >>> 15);
  }
  const hex = (hash: number) => (hash >>> 0).toString(16).padStart(8, '0');
  return `${bytes.length.toString(16)}-${hex(first)}${hex(second)}`;
};
