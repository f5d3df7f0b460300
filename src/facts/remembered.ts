import { detached } from '../layout/detached.ts';

/** What is read of a text depends on its words alone, so that the same words are read once. Forgets everything beyond `most` texts. */
export function remembered<Reading>(most: number, read: (text: string) => Reading): (text: string) => Reading {
  const known = new Map<string, Reading>();
  return (text) => {
    let reading = known.get(text);
    if (reading !== undefined) return reading;
    if (known.size >= most) known.clear();
    const own = detached(text);
    reading = read(own);
    known.set(own, reading);
    return reading;
  };
}
