import type { SimulatedStatement } from '../statement.ts';
import { printBankersTrust } from './bankerstrust.ts';
import { printCertificate } from './certificate.ts';
import { printColumns } from './columns.ts';
import { printCtsLink } from './ctslink.ts';
import { printHtml } from './html.ts';
import type { PrintOptions } from './options.ts';
import type { PrintedFile } from './sheet.ts';
import { printUsBank } from './usbank.ts';

/** The layouts that follow one trustee each. */
export const layouts = {
  usbank: (statement: SimulatedStatement, options?: Partial<PrintOptions>) => printUsBank(statement, options),
  bankerstrust: printBankersTrust,
  ctslink: printCtsLink,
  columns: printColumns,
  certificate: printCertificate,
  html: printHtml,
} as const satisfies Record<string, (statement: SimulatedStatement, options?: Partial<PrintOptions>) => PrintedFile>;

export type Layout = keyof typeof layouts;

/** Prints a monthly statement in a layout, with the truth of what it prints. */
export function print(statement: SimulatedStatement, layout: Layout, options: Partial<PrintOptions> = {}): PrintedFile {
  return layouts[layout](statement, options);
}
