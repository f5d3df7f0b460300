import { decode } from './decode.ts';
import type { Filing, FilingDocument } from './document.ts';
import { markupOf } from './markup.ts';
import { type Origin, placeHtml, placeNothing, placeText } from './places.ts';
import { readSubmissions } from './submission.ts';

/*
 * This room turns bytes into documents' text and understands nothing of finance.
 * `archive.ts` unpacks archives entry by entry, `decode.ts` turns bytes into characters, `submission.ts` and `header.ts`
 * take EDGAR submissions apart, `html.ts` renders HTML as text lines (`texttable.ts` its tables). Whatever a line went
 * through, `lineOf` and `columnOf` of its document lead back to the file as given (`places.ts`).
 * Nothing here throws for content: what is wrong with a container is said in the filing's faults.
 */

const beginning: Origin = { line: 1, column: 1, dashEscapes: false };

/**
 * Takes a file apart that may hold several submissions, one after another. At least one filing, perhaps without documents.
 * @param file Name of the file, for messages.
 */
export function openFilings(file: string, bytes: Uint8Array): readonly Filing[] {
  if (bytes.length === 0) {
    return [faulty(file, 'The file is empty.', 'Download or save it again.')];
  }
  const decoded = decode(bytes);
  if (decoded.kind === 'binary') {
    const filing = faulty(
      file,
      `This is ${decoded.what}, not a text.`,
      'Give the text or HTML version of the filing, or an archive (.zip, .gz, .tar) of such files.',
    );
    return [{ ...filing, documents: [{ ...unnamed, kind: 'binary', ...placeNothing(beginning) }] }];
  }
  const { text } = decoded;
  if (/^\s*$/.test(text.slice(0, 4096)) && text.trim() === '') {
    return [faulty(file, 'The file holds nothing but white space.', 'Download or save it again.')];
  }
  const markup = markupOf(text);
  if (markup === 'submission') return readSubmissions(text).map((submission) => ({ file, ...submission }));
  const page = errorPage(text);
  if (page !== null) return [faulty(file, page.found, page.advice)];
  const document: FilingDocument =
    markup === 'html'
      ? { ...unnamed, kind: 'html', ...placeHtml(text, beginning) }
      : { ...unnamed, kind: 'text', ...placeText(text, beginning) };
  return [{ file, header: null, documents: [document], faults: [] }];
}

const unnamed = { exhibit: null, description: null, fileName: null };

function faulty(file: string, found: string, advice: string): Filing {
  return { file, header: null, documents: [], faults: [{ line: null, found, advice }] };
}

/** Pages that servers send in place of a filing and that people save without noticing. */
function errorPage(text: string): { readonly found: string; readonly advice: string } | null {
  const head = text.slice(0, 8192);
  if (!/^\s*</.test(head)) return null;
  const refusal = ['Undeclared Automated Tool', 'Request Rate Threshold Exceeded'].find((title) =>
    head.includes(title),
  );
  if (refusal !== undefined) {
    return {
      found: `This is an error page of the SEC's web site (“${refusal}”), not a filing.`,
      advice: 'Wait some minutes, then open the filing in the browser and save it again.',
    };
  }
  const code = /^\s*(?:<\?xml[^>]*>\s*)?<Error>\s*<Code>\s*(\w+)\s*<\/Code>/i.exec(head);
  if (code !== null) {
    return {
      found: `This is an error message of a web server (${code[1]}), not a filing.`,
      advice:
        'The address it was downloaded from is wrong or closed. Look the filing up on EDGAR and save it from there.',
    };
  }
  return null;
}
