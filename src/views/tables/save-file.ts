/** What Windows takes for a device, whatever its ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A name that every system takes: no folders, nothing that hides its ending, not too long. */
export const harmlessFileName = (name: string): string => {
  const [, stem = name, ending = ''] = /^(.*?)(\.[a-z0-9]{1,8})?$/is.exec(name) ?? [];
  const plain = stem.replace(/[^\p{L}\p{N} ._()-]+/gu, '-').replace(/^[-. ]+|[-. ]+$/g, '');
  // No half of a character is left at the end.
  const short = plain.slice(0, 120).replace(/\p{Cs}$/u, '');
  return `${device.test(short) ? '_' : ''}${short || 'paydown'}${ending}`;
};

/** Hands text, in UTF-8, or bytes to the browser as a file to save. */
export const saveFile = (name: string, content: string | Blob, type: string): void => {
  const file = typeof content === 'string' ? new Blob([content], { type: `${type};charset=utf-8` }) : content;
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = harmlessFileName(name);
  link.click();
  // Some browsers read the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
