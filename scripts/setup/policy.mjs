/**
 * What the page may load and where it may connect: only what it came with, and nowhere.
 * The built page carries it, and the server sends it, since workers follow the headers they came with.
 */
const directives = [
  "default-src 'self'",
  "connect-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "worker-src 'self'",
  "img-src 'self' blob: data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  // A text becomes an address of a script in one place of ours alone, and never a script or markup.
  "require-trusted-types-for 'script'",
  'trusted-types paydown',
];

/** For the `<meta>` of the page, where `frame-ancestors` is not allowed. */
export const pagePolicy = directives.join('; ');

/** Headers of every response. */
export const securityHeaders = {
  'Content-Security-Policy': `${pagePolicy}; frame-ancestors 'none'`,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};
