/**
 * A copy of its own: a part of a text else keeps the whole text in memory. A join that is cut across its seam has to be written out anew,
 * which takes far less than to join single characters.
 */
export const detached = (text: string): string => ` ${text.slice(0, 1)}${text.slice(1)}`.slice(1);
