import type { ReactNode } from 'react';
import type { DocumentSummary, FileReading, Statement } from '../../facts/fact.ts';
import { outlineOf } from '../../facts/outline.ts';
import { formatPlace } from '../../store/place.ts';
import { statementTitle } from '../deal/statement-words.ts';
import { counted } from '../format.ts';
import { figurePlace } from '../open-figure.ts';

const kinds: Readonly<Record<DocumentSummary['kind'], string>> = {
  statement: 'statement',
  cover: 'cover',
  other: 'no statement',
  binary: 'not text',
};

/** Shapes with how often they occur: `class rows × 3, grid`. */
const shapesOf = (shapes: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const shape of shapes) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  return [...counts].map(([shape, count]) => (count === 1 ? shape : `${shape} × ${count}`)).join(', ');
};

/** A share that is whole only where all of it is: 999 of 1,000 are 99.9 %. */
const share = (part: number, whole: number): string => {
  const percent = (100 * part) / whole;
  return `${part === whole ? '100' : Math.min(99.9, percent).toFixed(1)}\u202f%`;
};

const Recognised = ({ statements }: { readonly statements: readonly Statement[] }): ReactNode => {
  const outlines = statements.map(outlineOf);
  const facts = outlines.reduce((sum, outline) => sum + outline.facts, 0);
  const unrecognised = outlines.reduce((sum, outline) => sum + outline.unrecognised, 0);
  const uncertain = statements.reduce((sum, statement) => sum + statement.uncertain.length, 0);
  if (facts + uncertain === 0) return null;
  return (
    <p>
      {share(facts - unrecognised, facts + uncertain)} of {counted(facts + uncertain, 'printed figure')} recognised;{' '}
      {unrecognised.toLocaleString('en-US')} not recognised, {uncertain.toLocaleString('en-US')} uncertain.
    </p>
  );
};

const Uncertain = ({ statement }: { readonly statement: Statement }): ReactNode =>
  statement.uncertain.length > 0 && (
    <>
      <p className="report-title">Uncertain in {statementTitle(statement)}, left out</p>
      <ul>
        {statement.uncertain.map((figure) => (
          <li key={`${figure.line}:${figure.column}`}>
            <a href={formatPlace(figurePlace(statement, figure))}>Line {figure.line.toLocaleString('en-US')}</a>
            {figure.label !== null && `, ${figure.label}`}: <code>{figure.text}</code>{' '}
            <span className="quiet">{figure.reason}</span>
          </li>
        ))}
      </ul>
    </>
  );

/** How a file was read: its documents, shapes of their blocks, what was recognised and what was not. */
export const ReadingReport = ({
  reading: { file, documents, statements },
}: {
  readonly reading: FileReading;
}): ReactNode => (
  <section className="reading-report" aria-label={`Reading report of ${file}`}>
    <Recognised statements={statements} />
    <section className="table-frame" aria-label="Documents">
      <table className="figures-table">
        <thead>
          <tr>
            <th scope="col">Document</th>
            <th scope="col">Is</th>
            <th scope="col" className="number">
              Lines
            </th>
            <th scope="col">Blocks</th>
            <th scope="col" className="number">
              Figures
            </th>
          </tr>
        </thead>
        <tbody>
          {documents.map(({ exhibit, description, kind, firstLine, lines, shapes, facts }) => (
            <tr key={firstLine}>
              <td>{[exhibit, description].filter((part) => part !== null).join(', ') || 'the file'}</td>
              <td>{kinds[kind]}</td>
              <td className="number">
                {firstLine.toLocaleString('en-US')}–{(firstLine + Math.max(0, lines - 1)).toLocaleString('en-US')}
              </td>
              <td>{shapesOf(shapes) || '–'}</td>
              <td className="number">{facts.toLocaleString('en-US')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
    {statements.map((statement) => (
      <Uncertain key={`${statement.exhibit}${statement.facts[0]?.line}`} statement={statement} />
    ))}
  </section>
);
