import type { ReactNode } from 'react';
import type { Statement } from '../../facts/fact.ts';
import type { Check } from '../../store/checking.ts';
import { aboutOf, sidesOf } from './data/check-sides.ts';
import { verdictWords } from './verdict-words.ts';

const gapWords = (check: Check, gap: string): string =>
  check.kind === 'soft' ? `apart by ${gap}, as this deal defines it` : `apart by ${gap}`;

/** One check: whether it holds, what it compares, and both sides. */
export const CheckLine = ({
  check,
  statements,
}: {
  readonly check: Check;
  readonly statements: readonly Statement[];
}): ReactNode => {
  const sides = sidesOf(check, statements);
  const fails = !check.holds && check.kind !== 'soft';
  const relation = check.kind === 'ordering' ? '≤' : '=';
  return (
    <li className={fails ? 'check-line check-fails' : 'check-line'}>
      <span className="check-sign" aria-hidden="true">
        {fails ? verdictWords.contradicted.sign : verdictWords.proven.sign}
      </span>
      <span>
        <span className="check-about">
          <span className="sr-only">{fails ? 'Fails: ' : 'Holds: '}</span>
          {aboutOf(check)}
        </span>
        <span className="check-title">{check.title}</span>
        {sides !== null && (
          <span className="check-sides">
            {sides.left} {fails ? '≠' : relation} {sides.right}
            {check.holds ? '' : `, ${gapWords(check, sides.gap)}`}
            {check.holds && check.kind === 'equality' && check.tolerance > 0 ? `, rounding ±${sides.allowed}` : ''}
          </span>
        )}
      </span>
    </li>
  );
};
