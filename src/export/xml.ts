/** What XML 1.0 has no way to write: most control characters, halves of characters, two non-characters. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text without the characters that XML cannot hold. */
export const xmlText = (text: string): string => text.replace(forbidden, '');
