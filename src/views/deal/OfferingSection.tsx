import type { ReactNode } from 'react';
import { compareClasses, isTotal } from '../../deal/classes.ts';
import type { Deal } from '../../deal/deal.ts';
import { dateTitle } from '../../deal/month.ts';
import { factOf, numberOf } from '../../deal/series.ts';
import type { ConceptId } from '../../facts/concepts.ts';
import type { Fact, Statement } from '../../facts/fact.ts';
import { ClassFigures } from './ClassFigures.tsx';
import { FigureLink } from './FigureLink.tsx';
import { AllFigures, SourceLine } from './StatementSection.tsx';

const classColumns: readonly ConceptId[] = ['originalBalance', 'passThroughRate', 'cusip'];

const dollars = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });

const sumOf = (facts: readonly Fact[]): number => facts.reduce((sum, fact) => sum + (numberOf(fact) ?? 0), 0);

const OfferedTotal = ({ statement, sum }: { readonly statement: Statement; readonly sum: number }): ReactNode => {
  const fact = factOf(statement, 'offeredBalance');
  const offered = numberOf(fact);
  if (fact === undefined || offered === null) return null;
  const ties = Math.abs(sum - offered) <= 0.5 * 10 ** -(fact.decimals ?? 0);
  return (
    <p>
      Offered: <FigureLink printed={[{ fact, statement }]}>{fact.text}</FigureLink>,{' '}
      {ties
        ? 'which the allocations add up to.'
        : `while the allocations add up to ${dollars(sum)}, ${dollars(Math.abs(sum - offered))} ${sum > offered ? 'more' : 'less'}.`}
    </p>
  );
};

const Allocations = ({ statement }: { readonly statement: Statement }): ReactNode => {
  const facts = statement.facts.filter(({ concept, member }) => concept === 'underwriterAllocation' && member !== null);
  const own = facts.filter((fact) => fact.class !== null && !isTotal(fact.class) && !isTotal(fact.member ?? ''));
  const classes = [...new Set(own.flatMap((fact) => fact.class ?? []))].sort(compareClasses);
  const underwriters = [...new Set(own.flatMap(({ member }) => member ?? []))];
  if (own.length === 0) return null;
  return (
    <>
      <div className="table-frame">
        <table className="figures-table">
          <caption>Original balances by class and underwriter</caption>
          <thead>
            <tr>
              <th scope="col">Class</th>
              {underwriters.map((underwriter) => (
                <th key={underwriter} scope="col" className="number">
                  {underwriter}
                </th>
              ))}
              <th scope="col" className="number computed">
                Sum
              </th>
            </tr>
          </thead>
          <tbody>
            {classes.map((name) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {underwriters.map((underwriter) => {
                  const fact = factOf(statement, 'underwriterAllocation', { class: name, member: underwriter });
                  return (
                    <td key={underwriter} className="number">
                      {fact !== undefined && <FigureLink printed={[{ fact, statement }]}>{fact.text}</FigureLink>}
                    </td>
                  );
                })}
                <td className="number computed">{dollars(sumOf(own.filter((fact) => fact.class === name)))}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Sum</th>
              {underwriters.map((underwriter) => (
                <td key={underwriter} className="number computed">
                  {dollars(sumOf(own.filter(({ member }) => member === underwriter)))}
                </td>
              ))}
              <td className="number computed">{dollars(sumOf(own))}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <OfferedTotal statement={statement} sum={sumOf(own)} />
    </>
  );
};

/** The offering documents: classes with their original balances, who underwrote how much. */
export const OfferingSection = ({ deal }: { readonly deal: Deal }): ReactNode => (
  <div className="offering">
    {deal.offering.toReversed().map((statement) => (
      <section
        key={`${statement.file}:${statement.exhibit}:${statement.date}`}
        aria-label={`Offering of ${statement.date ?? 'an unknown date'}`}
      >
        <h2>{statement.date === null ? 'Offering document' : `Offering document of ${dateTitle(statement.date)}`}</h2>
        <SourceLine statement={statement} />
        <Allocations statement={statement} />
        <ClassFigures statement={statement} caption="Classes offered" columns={classColumns} />
        <AllFigures deal={deal} statement={statement} />
      </section>
    ))}
  </div>
);
