import { xmlText } from '../../export/xml.ts';

/** Presentation attributes that children take over, with what holds where nobody says anything. */
const inherited: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'font-style': 'normal',
  'text-anchor': 'start',
};

/** Attributes that say where and in what shape something is drawn; every other stays behind. */
const geometry = new Set(
  `x y x1 x2 y1 y2 cx cy r rx ry width height d points transform dx dy viewBox dominant-baseline clip-path
  patternUnits patternTransform clipPathUnits`.split(/\s+/),
);

const shapes = new Set(['rect', 'path', 'line', 'circle', 'ellipse', 'polygon', 'polyline']);
const silent = new Set(['title', 'desc', 'style', 'script', 'foreignObject']);
const unseen = new Set(['none', 'transparent', 'rgba(0, 0, 0, 0)']);

const space = 'http://www.w3.org/2000/svg';

/**
 * A copy of a drawing on the page that needs nothing of the page: colours and type as they are computed stand in
 * attributes, and what is there for pointers, screen readers and styles is gone. Ids begin with `prefix`.
 */
export const standalone = (drawing: SVGSVGElement, prefix: string): SVGSVGElement => {
  const ids = new Map<string, string>();
  for (const { id } of drawing.querySelectorAll('[id]')) ids.set(id, `${prefix}${ids.size + 1}`);
  const renamed = (value: string): string =>
    value.replace(/url\(\s*["']?[^"')]*#([^"')]+)["']?\s*\)/g, (_, id: string) => `url(#${ids.get(id) ?? id})`);

  const copy = (element: Element, above: Readonly<Record<string, string>>): SVGElement | null => {
    const name = element.localName;
    const style = getComputedStyle(element);
    if (silent.has(name) || style.display === 'none' || style.visibility === 'hidden') return null;
    const own: Record<string, string> = {};
    for (const property of Object.keys(inherited)) own[property] = style.getPropertyValue(property);
    if (shapes.has(name) && unseen.has(own.fill ?? '') && unseen.has(own.stroke ?? '')) return null;
    const made = document.createElementNS(space, name);
    for (const { name: attribute, value } of element.attributes) {
      if (geometry.has(attribute)) made.setAttribute(attribute, renamed(value));
    }
    const id = ids.get(element.id);
    if (id !== undefined) made.setAttribute('id', id);
    for (const [property, value] of Object.entries(own)) {
      if (value !== above[property]) made.setAttribute(property, renamed(value));
    }
    if (style.opacity !== '1') made.setAttribute('opacity', style.opacity);
    for (const child of element.childNodes) {
      if (child instanceof Element) {
        const copied = copy(child, own);
        if (copied !== null) made.append(copied);
      } else if (child instanceof Text) made.append(xmlText(child.data));
    }
    return name === 'g' && made.childNodes.length === 0 ? null : made;
  };

  const made = copy(drawing, inherited);
  if (!(made instanceof SVGSVGElement)) throw new Error('The chart is not on the page.');
  const { width, height } = drawing.getBoundingClientRect();
  made.setAttribute('width', String(width));
  made.setAttribute('height', String(height));
  return made;
};
