import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { ChartData, ChartSeries } from '../charts/data/chart-data.ts';
import { useContradicted } from '../checks/contradicted.ts';
import { type Action, ActionMenu } from '../menu/ActionMenu.tsx';
import type { SeriesColour } from '../palette.ts';

interface ChartActionsProps {
  readonly data: ChartData;
  /** Those that are to be seen. */
  readonly series: readonly ChartSeries[];
  readonly colours: ReadonlyMap<string, SeriesColour>;
}

/** Loaded when something is to be taken out of the page, and not before. */
const load = () => import('./take-out.tsx');

/** Whether this chart is all that the screen shows, and what changes it. Opening a figure's line leaves the full screen. */
const useFullScreen = (inside: RefObject<Element | null>) => {
  const [full, setFull] = useState(false);
  useEffect(() => {
    if (!full) return;
    const changed = () => setFull(document.fullscreenElement !== null);
    const leave = () => void document.exitFullscreen();
    document.addEventListener('fullscreenchange', changed);
    window.addEventListener('hashchange', leave);
    return () => {
      document.removeEventListener('fullscreenchange', changed);
      window.removeEventListener('hashchange', leave);
    };
  }, [full]);
  const enter = async () => {
    await inside.current?.closest('.chart')?.requestFullscreen();
    setFull(true);
    return '';
  };
  return { full, enter };
};

/** What can be done with a chart as it is seen: the whole screen for it, pictures, its figures for other programs. */
export const ChartActions = ({ data, series, colours }: ChartActionsProps): ReactNode => {
  const contradicted = useContradicted();
  const here = useRef<HTMLSpanElement>(null);
  const { full, enter } = useFullScreen(here);
  const shown = { data, series, colours, contradicted };
  const actions: readonly Action[] = [
    ...(document.fullscreenEnabled && !full ? [{ name: 'Full screen', run: enter }] : []),
    { name: 'PNG picture', run: async () => (await load()).savePng(shown) },
    { name: 'SVG picture', run: async () => (await load()).saveSvg(shown) },
    { name: 'CSV', detail: 'the figures by month', run: async () => (await load()).saveCsv(shown) },
    { name: 'Copy data', detail: 'to paste into a sheet', run: async () => (await load()).copyData(shown) },
  ];
  return (
    <span ref={here} className="chart-actions">
      {full && (
        <button type="button" className="chart-toggle" onClick={() => void document.exitFullscreen()}>
          Leave full screen
        </button>
      )}
      <ActionMenu
        label="More"
        title={`More for ${data.title}: full screen, export`}
        className="chart-toggle"
        actions={actions}
      />
    </span>
  );
};
