import { impliedEnd, Role, roleOf } from './elements.ts';

/** Keeps track of an element that is left out with all that it holds, also where its end tag is implied. */
export interface Hidden {
  readonly isOpen: () => boolean;
  /** Begins to leave `element` out. */
  readonly start: (element: number) => void;
  /** Takes a start tag. Whether it belongs to what is left out; if not, nothing is left out any more. */
  readonly holdsStart: (element: number) => boolean;
  /** The same for an end tag. */
  readonly holdsEnd: (element: number) => boolean;
}

export function hiddenElement(): Hidden {
  /** The element left out, 0 for none; how many of its name are open, and how many tables within it. */
  let hidden = 0;
  let depth = 0;
  let tables = 0;

  /** Whether a start tag ends the hidden element whose end tag was left out. */
  function isEndedBy(element: number): boolean {
    if (tables > 0 || !impliedEnd.has(hidden)) return false;
    const role = roleOf(element);
    switch (roleOf(hidden)) {
      case Role.paragraph:
        return role !== Role.none && role !== Role.lineBreak && role !== Role.raised && role !== Role.skipped;
      case Role.cell:
        return role === Role.cell || role === Role.row || role === Role.rows;
      case Role.row:
        return role === Role.row || role === Role.rows;
      case Role.rows:
        return role === Role.rows;
      default:
        return element === hidden;
    }
  }

  /** Whether an end tag is that of an element around the hidden one, whose end tag was left out. */
  function isClosedAround(element: number): boolean {
    const closing = roleOf(element);
    if (tables > 0 || closing === Role.none || !impliedEnd.has(hidden)) return false;
    switch (roleOf(hidden)) {
      case Role.cell:
        return closing === Role.row || closing === Role.rows || closing === Role.table;
      case Role.row:
        return closing === Role.rows || closing === Role.table;
      case Role.rows:
        return closing === Role.table;
      default:
        return closing !== Role.raised;
    }
  }

  return {
    isOpen: () => hidden !== 0,
    start(element) {
      hidden = element;
      depth = 1;
      tables = 0;
    },
    holdsStart(element) {
      if (isEndedBy(element)) {
        hidden = 0;
        return false;
      }
      if (element === hidden && !(tables > 0 && impliedEnd.has(hidden))) depth++;
      else if (roleOf(element) === Role.table) tables++;
      return true;
    },
    holdsEnd(element) {
      if (element === hidden && !(tables > 0 && impliedEnd.has(hidden))) {
        depth--;
        if (depth === 0) hidden = 0;
      } else if (roleOf(element) === Role.table && tables > 0) {
        tables--;
      } else if (isClosedAround(element)) {
        hidden = 0;
        return false;
      }
      return true;
    },
  };
}
