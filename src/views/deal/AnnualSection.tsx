import { type ReactNode, useState } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { dateTitle } from '../../deal/month.ts';
import { factOf } from '../../deal/series.ts';
import { type ConceptId, concepts, delinquencyBuckets } from '../../facts/concepts.ts';
import type { Fact, Statement } from '../../facts/fact.ts';
import { ClassFigures } from './ClassFigures.tsx';
import { FigureLink } from './FigureLink.tsx';
import { FiguresTable } from './FiguresTable.tsx';
import { AllFigures, SourceLine } from './StatementSection.tsx';

const classColumns: readonly ConceptId[] = [
  'beginningBalance',
  'principal',
  'interest',
  'totalDistribution',
  'realizedLoss',
  'endingBalance',
  'certificateFactor',
  'passThroughRate',
  'nextPassThroughRate',
  'holdersOfRecord',
];

const bucketColumns: readonly ConceptId[] = [
  'delinquentCount',
  'delinquentUnpaidBalance',
  'delinquentStatedBalance',
  'delinquentPercentage',
];

const bucketTitles: Readonly<Record<string, string>> = {
  '30-59': '30–59 days',
  '60-89': '60–89 days',
  '90+': '90 days and more',
  foreclosure: 'Foreclosure',
  bankruptcy: 'Bankruptcy',
  'bankruptcy60+': 'Bankruptcy, 60 days and more',
  reo: 'REO',
  total: 'Total',
};

const bucketTitle = (member: string): string => bucketTitles[member] ?? member.replace('-', '–');

interface PoolFiguresProps {
  readonly statement: Statement;
  readonly caption: string;
  readonly facts: readonly Fact[];
}

const PoolFigures = ({ statement, caption, facts }: PoolFiguresProps): ReactNode =>
  facts.length === 0 ? null : (
    <table className="figures-table list-table">
      <caption>{caption}</caption>
      <tbody>
        {facts.map((fact) => (
          <tr key={`${fact.line}:${fact.column}`}>
            <th scope="row">{fact.concept === null ? fact.label : concepts[fact.concept].title}</th>
            <td className="number">
              <FigureLink printed={[{ fact, statement }]}>{fact.text}</FigureLink>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );

const Delinquencies = ({ statement }: { readonly statement: Statement }): ReactNode => {
  const columns = bucketColumns.filter((column) => statement.facts.some(({ concept }) => concept === column));
  const members = new Set(
    statement.facts.flatMap(({ concept, member }) =>
      concept !== null && columns.includes(concept) && member !== null ? [member] : [],
    ),
  );
  const known = delinquencyBuckets.filter((bucket) => members.has(bucket));
  const others = [...members].filter((member) => !delinquencyBuckets.some((bucket) => bucket === member));
  if (members.size === 0) return null;
  return (
    <FiguresTable
      statement={statement}
      caption="Delinquency at the year’s end"
      heading="Bucket"
      rows={[...known, ...others].map((member) => ({
        id: member,
        title: bucketTitle(member),
        isTotal: member === 'total',
      }))}
      columns={columns}
      factAt={({ id }, column) => factOf(statement, column, { member: id })}
    />
  );
};

interface AnnualStatementProps {
  readonly deal: Deal;
  readonly statement: Statement;
  /** The newest year is what one came for; the others unfold. */
  readonly newest: boolean;
}

const AnnualStatement = ({ deal, statement, newest }: AnnualStatementProps): ReactNode => {
  const [open, setOpen] = useState(newest);
  const pool = statement.facts.filter(({ concept }) => concept !== null && concepts[concept].scope === 'pool');
  const isFlow = ({ concept }: Fact) => concept !== null && concepts[concept].nature === 'flow';
  return (
    <section aria-label={`Year to ${statement.date ?? 'an unknown date'}`}>
      <details className="year" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <h2>{statement.date === null ? 'Annual statement' : `Year to ${dateTitle(statement.date)}`}</h2>
        </summary>
        {open && (
          <div className="annual-statement">
            <SourceLine statement={statement} />
            <ClassFigures
              statement={statement}
              caption="Classes: the year’s flows, year-end balances"
              columns={classColumns}
            />
            <div className="side-by-side">
              <PoolFigures statement={statement} caption="Pool: flows of the year" facts={pool.filter(isFlow)} />
              <PoolFigures
                statement={statement}
                caption="Pool: at the year’s end"
                facts={pool.filter((fact) => !isFlow(fact))}
              />
            </div>
            <Delinquencies statement={statement} />
            <AllFigures deal={deal} statement={statement} />
          </div>
        )}
      </details>
    </section>
  );
};

/** The annual statements, newest first. Their flows cover a year, which is why no chart of months shows them. */
export const AnnualSection = ({ deal }: { readonly deal: Deal }): ReactNode => (
  <div className="annual">
    <p className="lede">Flows here cover a year, so they are in no chart and no table of months.</p>
    {deal.annual.toReversed().map((statement, index) => (
      <AnnualStatement
        key={`${statement.file}:${statement.exhibit}:${statement.date}`}
        deal={deal}
        statement={statement}
        newest={index === 0}
      />
    ))}
  </div>
);
