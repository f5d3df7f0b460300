import type { Fact, Statement, UncertainFigure } from '../facts/fact.ts';
import type { SourcePlace } from '../store/place.ts';
import { goTo } from './navigation.ts';

/** The place of a printed figure in its file's text. */
export const figurePlace = (
  { file }: Pick<Statement, 'file'>,
  { line, column }: Pick<Fact | UncertainFigure, 'line' | 'column'>,
  finding: string | null = null,
): SourcePlace => ({ kind: 'source', file, document: null, line, column, finding });

/** Opens the line that a figure was printed on; Back returns. */
export const openFigure = (statement: Statement, fact: Fact): void => goTo(figurePlace(statement, fact));
