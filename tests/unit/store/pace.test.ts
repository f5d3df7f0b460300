import { expect, it } from 'vitest';
import { nothingYet } from '../../../src/ingest/progress.ts';
import { paceOf } from '../../../src/store/pace.ts';

it('says how fast it goes and how long it takes, once that can be said', () => {
  const early = { ...nothingYet, bytes: 4e6, bytesDone: 1e6, elapsed: 500 };
  expect(paceOf(early)).toBeNull();
  const later = { ...early, elapsed: 4000 };
  expect(paceOf(later)).toEqual({ rate: 250_000, left: null });
  expect(paceOf({ ...later, looking: false })).toEqual({ rate: 250_000, left: 12 });
  expect(paceOf({ ...later, bytesDone: 0 })).toBeNull();
});
