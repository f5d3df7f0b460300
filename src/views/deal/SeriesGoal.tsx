import { useEffect } from 'react';
import { type ConceptId, concepts } from '../../facts/concepts.ts';
import { chartOf } from '../charts/charted.ts';

const elementOf = (concept: ConceptId, section: 'overview' | 'tables'): Element | null => {
  if (section === 'overview') return document.querySelector(`[data-chart="${chartOf[concept] ?? ''}"]`);
  if (concepts[concept].scope === 'class') return document.getElementById('classes-by-month');
  return (
    document.querySelector(`#pool-by-month [data-column^="${concept}|"]`) ?? document.getElementById('pool-by-month')
  );
};

/** Brings the chart or column of a figure into view; drawn after it, so that it is there. */
export const SeriesGoal = ({
  concept,
  section,
}: {
  readonly concept: ConceptId;
  readonly section: 'overview' | 'tables';
}): null => {
  useEffect(() => {
    elementOf(concept, section)?.scrollIntoView({ block: 'center', inline: 'center' });
  }, [concept, section]);
  return null;
};
