import { act, type ReactNode, useMemo } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { groupDeals } from '../../../src/deal/group.ts';
import type { Subject } from '../../../src/views/portfolio/data/survey.ts';
import { useSurvey } from '../../../src/views/portfolio/use-survey.ts';
import { readText } from '../facts/compare.ts';

const statement = `
Sunrise Home Loan Trust 2001-4
Distribution Date: March 25, 2002

Principal Collections         2,000,000.00
Beginning Pool Balance      100,000,000.00
Ending Pool Balance          98,000,000.00
`;

const subjects = groupDeals(readText(statement).statements).map((deal): Subject => ({ deal, measure: 'poolBalance' }));

const Balance = ({ paused }: { readonly paused: boolean }): ReactNode => {
  const known = useSurvey(subjects, paused);
  return useMemo(() => subjects.map((subject) => known(subject)?.length ?? 'computing').join(), [known]);
};

let root: Root;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

test('what was computed before a pause is told', async () => {
  const draw = (paused: boolean) => act(() => root.render(<Balance paused={paused} />));
  draw(false);
  // All is computed at a stretch, and the page gives way before it is drawn.
  draw(true);
  draw(false);
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(document.body.textContent).toBe('1');
});
