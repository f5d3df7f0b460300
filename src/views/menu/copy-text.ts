/** Puts text on the clipboard. */
export const copyText = async (text: string): Promise<void> => {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text);
  throw new Error('this browser lets a page copy only where it is served securely; save the CSV instead');
};
