import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digest } from '../../../src/ingest/digest.ts';

it('is the same for the same bytes and another after any change of one byte', () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(bytes, fc.nat(), fc.integer({ min: 1, max: 255 }), (content, place, by) => {
      const changed = content.slice();
      const index = place % content.length;
      changed[index] = ((changed[index] ?? 0) + by) % 256;
      expect(digest(content.slice())).toBe(digest(content));
      expect(digest(changed)).not.toBe(digest(content));
    }),
  );
});

it('tells ten thousand like files apart', () => {
  const encoder = new TextEncoder();
  const names = Array.from({ length: 10_000 }, (_, index) => digest(encoder.encode(`Statement of month ${index}`)));
  expect(new Set(names).size).toBe(10_000);
});
