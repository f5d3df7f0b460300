import { printDate } from '../calendar.ts';
import type { SimulatedStatement } from '../statement.ts';
import { simulationNote } from './options.ts';
import type { PrintedFile } from './sheet.ts';

export interface SubmissionOptions {
  /** `8-K`, `8-K/A`, `10-D`. */
  readonly form: string;
  /** EDGAR type of the document that holds the statement; `body` puts it into the main document. */
  readonly exhibit: string;
  /** A PEM envelope around it, with lines that begin with a dash escaped. */
  readonly envelope: boolean;
  readonly accessionNumber: string;
  /** ISO date of filing. */
  readonly filed: string;
}

const compact = (date: string): string => date.replaceAll('-', '');

/** A statement as an EDGAR full submission. The places of its figures are those in the whole file. */
export function wrapSubmission(
  printed: PrintedFile,
  statement: SimulatedStatement,
  options: Partial<SubmissionOptions> = {},
): PrintedFile {
  const { deal, date } = statement;
  const { form, exhibit, envelope, accessionNumber, filed } = {
    form: '8-K',
    exhibit: 'EX-99.1',
    envelope: false,
    accessionNumber: `0009999999-${date.slice(2, 4)}-${date.slice(5, 7)}0100`,
    filed: date,
    ...options,
  };
  const inBody = exhibit === 'body';
  const head: string[] = [];
  if (envelope)
    head.push(
      '-----BEGIN PRIVACY-ENHANCED MESSAGE-----',
      'Proc-Type: 2001,MIC-CLEAR',
      'Originator-Name: webmaster@example.invalid',
      '',
    );
  const enveloped = head.length;
  head.push(
    `<SEC-DOCUMENT>${accessionNumber}.txt : ${compact(filed)}`,
    `<SEC-HEADER>${accessionNumber}.hdr.sgml : ${compact(filed)}`,
    `ACCESSION NUMBER:\t\t${accessionNumber}`,
    `CONFORMED SUBMISSION TYPE:\t${form}`,
    `PUBLIC DOCUMENT COUNT:\t\t${inBody ? 1 : 2}`,
    `CONFORMED PERIOD OF REPORT:\t${compact(date)}`,
    'ITEM INFORMATION:\t',
    `FILED AS OF DATE:\t\t${compact(filed)}`,
    '',
    'FILER:',
    '',
    '\tCOMPANY DATA:\t',
    `\t\tCOMPANY CONFORMED NAME:\t\t\t${deal.trust.toUpperCase()} SERIES ${deal.series}`,
    '\t\tCENTRAL INDEX KEY:\t\t\t0009999999',
    '\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tASSET-BACKED SECURITIES [6189]',
    '\t\tFISCAL YEAR END:\t\t\t1231',
    '',
    '\tFILING VALUES:',
    `\t\tFORM TYPE:\t\t${form}`,
    '\t\tSEC ACT:\t\t1934 Act',
    `\t\tSEC FILE NUMBER:\t${deal.fileNumber}`,
    '</SEC-HEADER>',
    '<DOCUMENT>',
    `<TYPE>${form}`,
    '<SEQUENCE>1',
    '<DESCRIPTION>CURRENT REPORT',
    '<TEXT>',
  );
  if (!inBody) {
    head.push(
      '',
      `                                    FORM ${form}`,
      '',
      `  Date of Report (Date of earliest event reported)  ${printDate(date, 'October 25, 2002')}`,
      '',
      `  ${simulationNote}`,
      '',
      `  Exhibit ${exhibit.replace('EX-', '')}   Statement to Certificateholders`,
      '</TEXT>',
      '</DOCUMENT>',
      '<DOCUMENT>',
      `<TYPE>${exhibit}`,
      '<SEQUENCE>2',
      '<DESCRIPTION>STATEMENT TO CERTIFICATEHOLDERS',
      '<TEXT>',
    );
  }
  const body = printed.text.replace(/\n$/, '').split('\n');
  const tail = ['</TEXT>', '</DOCUMENT>', '</SEC-DOCUMENT>'];
  const escaped = (line: string): string => (envelope && line.startsWith('-') ? `- ${line}` : line);
  const lines = [...head.slice(0, enveloped), ...[...head.slice(enveloped), ...body, ...tail].map(escaped)];
  if (envelope) lines.push('-----END PRIVACY-ENHANCED MESSAGE-----');
  return {
    text: `${lines.join('\n')}\n`,
    truth: printed.truth.map((fact) => ({
      ...fact,
      line: fact.line + head.length,
      column: fact.column + (envelope && body[fact.line - 1]?.startsWith('-') ? 2 : 0),
    })),
  };
}
