import { decodeEntity } from './entities.ts';
import { emptyLine, type TextLine } from './textline.ts';

/** Turns stretches of HTML text into lines, white space collapsed as a browser does, each character knowing its place. */
export interface LineWriter {
  /** Takes the text from `start` to `end`, its character references decoded. Stretches come in ascending order. */
  readonly write: (start: number, end: number) => void;
  /** A space, unless there is one or the line begins here. */
  readonly space: () => void;
  /** Gives the line away; an empty one only where `always`, or where no-break spaces held it open. */
  readonly endLine: (always: boolean) => void;
  readonly isPreformatted: () => boolean;
  /** From here on, text stands as it is written, or not. */
  readonly setPreformatted: (preformatted: boolean) => void;
  /** A line break that comes next is not part of the preformatted text. */
  readonly skipLineBreak: () => void;
  /** From here on, several no-break spaces are one, as in a cell of a table, or not. */
  readonly setCollapsing: (collapsing: boolean) => void;
}

export function lineWriter(source: string, add: (line: TextLine) => void): LineWriter {
  let text = '';
  let lineSource = -1;
  let segments: number[] | null = null;
  /** The last run of characters that stand in the source one after another: where it began in the line and there. */
  let runText = 0;
  let runSource = 0;
  /** Spaces since the last character: any run of white space is one, every no-break space one more. */
  let spaces = 0;
  let afterSoftSpace = false;
  let hardSpaces = false;
  let preformatted = false;
  let collapsing = false;
  let lineBreakSkipped = false;
  let nextEntity = source.indexOf('&');
  /** Source up to here was taken. */
  let taken = 0;

  function endLine(always: boolean): void {
    if (text !== '') {
      if (preformatted) text = text.trimEnd();
      add(text === '' ? emptyLine : { text, source: lineSource, segments, verbatim: preformatted });
      text = '';
      segments = null;
    } else if (always || hardSpaces) {
      add(emptyLine);
    }
    dropSpaces();
  }

  function dropSpaces(): void {
    spaces = 0;
    afterSoftSpace = false;
    hardSpaces = false;
  }

  function addSoftSpace(): void {
    if (afterSoftSpace || (text === '' && !hardSpaces)) return;
    spaces++;
    afterSoftSpace = true;
  }

  function addBlank(code: number): void {
    if (isInvisible(code)) return;
    spaces++;
    afterSoftSpace = false;
    hardSpaces = true;
  }

  /** Characters that stand one after another in the source from `at`. */
  function append(run: string, at: number): void {
    if (text === '') {
      lineSource = at;
      runText = 0;
      runSource = at;
      if (spaces > 0) {
        text = padding(spaces);
        startRun(at);
      }
    } else {
      if (spaces > 0) text += spaces === 1 || collapsing ? ' ' : padding(spaces);
      if (text.length - runText !== at - runSource) startRun(at);
    }
    if (spaces > 0) dropSpaces();
    text += run;
  }

  function startRun(at: number): void {
    if (segments === null) segments = [0, lineSource];
    segments.push(text.length, at);
    runText = text.length;
    runSource = at;
  }

  function appendText(start: number, end: number): void {
    let at = start;
    while (at < end) {
      const code = source.charCodeAt(at);
      if (code <= 32) {
        addSoftSpace();
        at++;
        continue;
      }
      if (code >= 0xa0 && isBlank(code)) {
        addBlank(code);
        at++;
        continue;
      }
      let stop = at + 1;
      for (; stop < end; stop++) {
        const next = source.charCodeAt(stop);
        if (next > 32) {
          if (next >= 0xa0 && isBlank(next)) break;
        } else if (next !== 32 || stop + 1 === end || source.charCodeAt(stop + 1) <= 32) {
          break;
        }
      }
      if (source.charCodeAt(stop - 1) === 32) stop--;
      append(source.slice(at, stop), at);
      at = stop;
    }
  }

  function appendPreformatted(start: number, end: number): void {
    let at = start;
    while (at < end) {
      const code = source.charCodeAt(at);
      if (code === 10 || code === 13) {
        if (!lineBreakSkipped) endLine(true);
        at += code === 13 && source.charCodeAt(at + 1) === 10 ? 2 : 1;
        taken = at;
        lineBreakSkipped = false;
        continue;
      }
      let stop = at + 1;
      for (; stop < end; stop++) {
        const next = source.charCodeAt(stop);
        if (next === 10 || next === 13) break;
      }
      appendVerbatim(source.slice(at, stop), at);
      at = stop;
    }
  }

  function appendVerbatim(run: string, at: number): void {
    lineBreakSkipped = false;
    dropSpaces();
    append(run.includes('\u00a0') ? run.replaceAll('\u00a0', ' ') : run, at);
  }

  function appendRun(start: number, end: number): void {
    if (preformatted) appendPreformatted(start, end);
    else appendText(start, end);
  }

  function appendEntity(characters: string, at: number): void {
    const code = characters.charCodeAt(0);
    if (preformatted && (code === 10 || code === 13)) endLine(true);
    else if (preformatted) appendVerbatim(characters.charAt(0), at);
    else if (code <= 32) addSoftSpace();
    else if (code >= 0xa0 && isBlank(code)) addBlank(code);
    else append(characters.charAt(0), at);
    // A character beyond the first of an entity stands at the same place as the first.
    if (text === '') return;
    for (let index = 1; index < characters.length; index++) {
      startRun(at);
      text += characters.charAt(index);
    }
  }

  function write(start: number, end: number): void {
    // A piece of text may begin within what was taken with the piece before: a character reference, CR and LF.
    let at = Math.max(start, taken);
    if (nextEntity !== -1 && nextEntity < at) nextEntity = source.indexOf('&', at);
    while (nextEntity !== -1 && nextEntity < end) {
      const entity = nextEntity;
      const { characters, length } = decodeEntity(source, entity);
      if (length > 0) {
        appendRun(at, entity);
        appendEntity(characters, entity);
        at = entity + length;
      }
      nextEntity = source.indexOf('&', entity + Math.max(1, length));
    }
    appendRun(at, end);
    taken = Math.max(taken, at);
  }

  return {
    write,
    space: addSoftSpace,
    endLine,
    isPreformatted: () => preformatted,
    setPreformatted(value) {
      preformatted = value;
    },
    skipLineBreak() {
      lineBreakSkipped = true;
    },
    setCollapsing(value) {
      collapsing = value;
    },
  };
}

/** White space beyond ASCII that HTML does not collapse, and characters without any extent. */
function isBlank(code: number): boolean {
  return (
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0x1680 ||
    isInvisible(code)
  );
}

function isInvisible(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff;
}

function padding(count: number): string {
  return ' '.repeat(Math.min(count, 200));
}
