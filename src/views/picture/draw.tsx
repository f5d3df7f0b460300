import './picture.css';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { xmlText } from '../../export/xml.ts';
import { summaryOf } from '../charts/data/words.ts';
import { TimePlot } from '../charts/frame/TimePlot.tsx';
import { ContradictedContext } from '../checks/contradicted.ts';
import { ChartPicture, plotPlace } from './ChartPicture.tsx';
import type { ShownChart } from './chart.ts';
import { dealOf, filesOf } from './chart-words.ts';
import { standalone } from './standalone.ts';
import type { Measure } from './wrap.ts';

const nothing = (): void => undefined;

const Stage = ({ chart, measure }: { readonly chart: ShownChart; readonly measure: Measure }): ReactNode => (
  <ContradictedContext value={chart.contradicted}>
    <ChartPicture chart={chart} measure={measure} />
    <div className="chart-plot">
      <TimePlot
        data={chart.data}
        sync="picture"
        series={chart.series}
        colours={chart.colours}
        width={plotPlace.width}
        height={plotPlace.height}
        label=""
        onSelect={nothing}
        onActive={nothing}
        onPick={nothing}
        onOpen={nothing}
      />
    </div>
  </ContradictedContext>
);

const quietFrames = 3;
const mostFrames = 300;

/** Waits until a drawing no longer changes: a plot knows its size, its axes and its layers one after the other. */
const settled = async (stage: HTMLElement): Promise<SVGSVGElement> => {
  let before = '';
  let quiet = 0;
  for (let frame = 0; frame < mostFrames; frame += 1) {
    await new Promise(requestAnimationFrame);
    const plot = stage.querySelector<SVGSVGElement>('.recharts-wrapper > svg');
    const now = plot?.querySelector('.chart-axis') == null ? '' : (plot?.outerHTML ?? '');
    quiet = now !== '' && now === before ? quiet + 1 : 0;
    if (plot !== null && quiet === quietFrames) return plot;
    before = now;
  }
  throw new Error('the chart could not be drawn');
};

const element = (name: 'title' | 'desc', text: string): SVGElement => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  made.textContent = xmlText(text);
  return made;
};

/** A chart as an SVG file: title, deal, measure, dates, plot, legend, notes and source, in the colours of the page. */
export const drawSvg = async (chart: ShownChart): Promise<string> => {
  const stage = document.createElement('div');
  stage.className = 'picture-stage';
  stage.setAttribute('aria-hidden', 'true');
  stage.inert = true;
  document.body.append(stage);
  const root = createRoot(stage);
  try {
    const pen = document.createElement('canvas').getContext('2d');
    if (pen === null) throw new Error('this browser cannot measure text');
    pen.font = `12px ${getComputedStyle(stage).fontFamily}`;
    root.render(<Stage chart={chart} measure={(text) => pen.measureText(text).width} />);
    const plot = standalone(await settled(stage), 'plot');
    const frame = stage.querySelector<SVGSVGElement>('.picture-frame');
    if (frame === null) throw new Error('the chart could not be drawn');
    const picture = standalone(frame, 'frame');
    for (const [name, value] of Object.entries(plotPlace)) plot.setAttribute(name, String(value));
    const files = filesOf(chart.data).join(', ');
    picture.prepend(
      element('title', `${dealOf(chart.data)}: ${chart.data.title}`),
      element('desc', `${summaryOf(chart.data)} Source files: ${files}`),
    );
    // Right above the ground, below the words.
    picture.querySelector('rect')?.after(plot);
    return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`;
  } finally {
    root.unmount();
    stage.remove();
  }
};

const scale = 2;

/** The same as a PNG, two pixels for each. */
export const drawPng = async (chart: ShownChart): Promise<Blob> => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await drawSvg(chart))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = scale * image.naturalWidth;
  canvas.height = scale * image.naturalHeight;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('this browser could not write the picture');
  return blob;
};
