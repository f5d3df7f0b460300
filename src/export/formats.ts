import type { Deal } from '../deal/deal.ts';
import { type LongRow, longRows, type VerdictOf } from './long-form.ts';

/** The forms in which figures leave, by the ending of their files. */
export const exportFormats = ['csv', 'xlsx', 'parquet', 'json', 'ndjson'] as const;

export type ExportFormat = (typeof exportFormats)[number];

export const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
};

function* allRows(deals: readonly Deal[], verdictOf: VerdictOf): Generator<LongRow> {
  for (const deal of deals) yield* longRows(deal, verdictOf);
}

export interface WrittenDeals {
  readonly deals: readonly Deal[];
  readonly verdictOf: VerdictOf;
  /** Rows of a row group, where the format has such groups: as many as may be written at one go. */
  readonly group: number;
  /** Whether the folder that the file lies in says the deal, `deal=…`: then Parquet leaves it out. */
  readonly partitioned?: boolean;
}

/** Writes deals in pieces, each made in a short time, so that a page can take breaks between them. */
export type WriteDeals = (written: WrittenDeals) => Generator<Uint8Array>;

/** What writes a format; loaded when it is needed. */
export const openFormat = async (format: ExportFormat): Promise<WriteDeals> => {
  switch (format) {
    case 'parquet': {
      const { longParquet } = await import('./parquet.ts');
      return ({ deals, verdictOf, group, partitioned }) =>
        longParquet(allRows(deals, verdictOf), group, partitioned === true ? ['deal'] : []);
    }
    case 'xlsx': {
      const [{ xlsx }, { workbook }] = await Promise.all([import('./xlsx.ts'), import('./workbook.ts')]);
      return ({ deals, verdictOf }) => xlsx(workbook(deals, verdictOf));
    }
    default: {
      const { longCsv, longJson, longNdjson } = await import('./long-text.ts');
      const write = { csv: longCsv, json: longJson, ndjson: longNdjson }[format];
      return ({ deals, verdictOf }) => write(allRows(deals, verdictOf));
    }
  }
};
