import { useDeferredValue } from 'react';
import type { Fact, Statement } from '../../../../facts/fact.ts';
import type { ChartMonth } from '../../data/chart-data.ts';
import { ActiveDots } from './ActiveDots.tsx';
import { Areas } from './Areas.tsx';
import { ChosenMonth } from './ChosenMonth.tsx';
import { Columns } from './Columns.tsx';
import { ContradictedMarks } from './ContradictedMarks.tsx';
import { Crosshair } from './Crosshair.tsx';
import { EndLabels } from './EndLabels.tsx';
import { FigureHits } from './FigureHits.tsx';
import { GapMarks } from './GapMarks.tsx';
import { Lines } from './Lines.tsx';
import type { StackedMarksProps } from './marks.ts';
import { Points } from './Points.tsx';
import { StatementMarks } from './StatementMarks.tsx';

interface AllMarksProps extends StackedMarksProps {
  readonly sync: string;
  readonly patterns: string;
  /** Whether names fit beside the last month. */
  readonly named: boolean;
  readonly onSelect: (month: ChartMonth) => void;
  readonly onPick: (series: string | null) => void;
  readonly onOpen: (statement: Statement, fact: Fact) => void;
}

/** All that is drawn over the axes, what comes later over what comes before. */
export const Marks = ({ sync, patterns, named, onSelect, onPick, onOpen, ...drawn }: AllMarksProps) => {
  const { scales, months, series } = drawn;
  // Recharts draws what is in it all at once; what comes after that is drawn in pieces.
  const isFirst = !useDeferredValue(true, false);
  if (isFirst) return null;
  return (
    <>
      <GapMarks scales={scales} months={months} patterns={patterns} />
      {named && <EndLabels {...drawn} />}
      <Areas {...drawn} />
      <ChosenMonth scales={scales} months={months} />
      <Columns {...drawn} />
      <Lines {...drawn} />
      <Points {...drawn} />
      <ContradictedMarks {...drawn} />
      <StatementMarks scales={scales} months={months} onSelect={onSelect} />
      <FigureHits scales={scales} months={months} series={series} onPick={onPick} onOpen={onOpen} onSelect={onSelect} />
      <Crosshair scales={scales} months={months} sync={sync} />
      <ActiveDots {...drawn} sync={sync} />
    </>
  );
};
