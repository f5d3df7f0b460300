import type { DealChecks } from '../ingest/deal-checks.ts';
import { packed, unpacked } from '../ingest/packed.ts';
import type { PackedFacts, PackedReading, ReadingHead } from '../ingest/packed-reading.ts';
import { connect, together } from './connection.ts';
import type { Fault } from './fault.ts';
import { factsIn, headRecord, isNewer, removalRecord } from './records.ts';
import {
  type FactsRecord,
  type HeadRecord,
  type KeptPlace,
  type RemovalRecord,
  recordFormat,
  type SourceRecord,
} from './schema.ts';
import { readWorkspace, writeWorkspace } from './workspace.ts';

/** A file as it is handed over to be kept. */
export interface FileToKeep {
  readonly reading: PackedReading;
  readonly digest: string;
  /** Where its text begins and ends in what was packed; null where there is none to keep. */
  readonly span: readonly [start: number, end: number] | null;
}

/** Files that are kept together, with their packed text. */
export interface ChunkToKeep {
  readonly files: readonly FileToKeep[];
  readonly source: Blob | null;
}

/** A kept file without its figures. */
export interface KeptHead {
  readonly reading: ReadingHead;
  readonly digest: string;
  readonly span: readonly [start: number, end: number] | null;
}

/** What there is of a chunk. */
export interface KeptChunk {
  readonly chunk: number;
  /** A `(KeptHead | null)[]` as JSON in UTF-8. */
  readonly heads: Uint8Array<ArrayBuffer>;
  /** Places in it that were taken away. */
  readonly removed: readonly number[];
  readonly bytes: number;
}

export interface KeptPage {
  readonly chunks: readonly KeptChunk[];
  /** What to ask for next; null when there is no more. */
  readonly next: number | null;
  /** Chunks left alone since a newer Paydown wrote them. */
  readonly newer: number;
  /** Notes of what was taken away that cannot be read: they are left alone, and take nothing away. */
  readonly damaged: number;
}

export interface KeptFacts {
  readonly chunk: number;
  /** Of each file, of each of its statements. */
  readonly files: readonly (readonly PackedFacts[] | null)[];
}

/** What other tabs must know. */
export type Change =
  | { readonly kind: 'kept'; readonly chunks: readonly number[] }
  | { readonly kind: 'removed'; readonly what: RemovalRecord['what'] }
  /** A removal was undone: these chunks have files to show again. */
  | { readonly kind: 'returned'; readonly what: RemovalRecord['what'] };

/** What the browser keeps, as the page asks for it. Everything may reject, with an error that `faultOf` understands. */
export interface Shelf {
  /** Chunks after a number, in the order kept, as many as make a handy message. */
  following(chunk: number): Promise<KeptPage>;
  /** These chunks, as far as they are there. */
  heads(chunks: readonly number[]): Promise<readonly KeptChunk[]>;
  facts(chunks: readonly number[]): Promise<readonly KeptFacts[]>;
  /** The packed text of a chunk; null where it is gone. */
  source(chunk: number): Promise<Blob | null>;
  /** Keeps chunks, each whole or not at all, and says under which numbers. */
  keep(chunks: readonly ChunkToKeep[]): Promise<readonly KeptChunkSize[]>;
  /** Takes files away so that they can be had back; says under which number. */
  remove(what: readonly KeptPlace[] | 'all'): Promise<number>;
  undo(removal: number): Promise<void>;
  /** What the checks said of a deal, if `of` is what was kept with it. */
  checks(deal: string, of: string): Promise<DealChecks | null>;
  keepChecks(deal: string, of: string, checks: DealChecks): Promise<void>;
  /** Writes files into a workspace file, with the words taught as they are printed. */
  saveWorkspace(files: readonly FileToSave[], vocabulary: string): Promise<Blob>;
  /** Reads a workspace file of unknown origin; rejects in words for what is none. */
  openWorkspace(workspace: Blob): Promise<OpenedWorkspace>;
  /** Carries out removals: one, or all that were forgotten. Then the files are gone for good. */
  purge(removal: number | null): Promise<void>;
}

/** Where the text of a file that goes into a workspace is: in a kept chunk, or in packed bytes that the page holds. */
export interface FileToSave {
  readonly name: string;
  readonly source: number | Blob;
  readonly span: readonly [start: number, end: number];
}

export interface OpenedWorkspace {
  readonly files: readonly { readonly name: string; readonly content: Blob }[];
  readonly vocabulary: string | null;
}

export interface KeptChunkSize {
  readonly chunk: number;
  readonly bytes: number;
}

const chunksPerMessage = 96;

/** A removal that nobody undid or carried out for so long was forgotten: its page was closed. In milliseconds. */
const forgottenAfter = 60_000;

/** A workspace is put together in pieces of at least so many bytes, which the browser may keep out of memory. */
const bytesPerPiece = 2_000_000;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const headOf = ({ reading: { statements, ...reading }, digest, span }: FileToKeep): KeptHead => ({
  reading: { ...reading, statements: statements.map(({ packed: _, ...head }) => head) },
  digest,
  span,
});

const sizeOfFacts = (files: FactsRecord['files']): number =>
  files.reduce((sum, file) => sum + (file ?? []).reduce((all, { numbers }) => all + numbers.buffer.byteLength, 0), 0);

type Records = readonly [Omit<HeadRecord, 'chunk'>, FactsRecord, SourceRecord | null];

const recordsOf = async ({ files, source }: ChunkToKeep): Promise<Records> => {
  const heads = encoder.encode(JSON.stringify(files.map(headOf)));
  const facts = files.map(({ reading }) => reading.statements.map(({ packed: facts }) => facts));
  const text = source === null ? null : new Uint8Array(await source.arrayBuffer());
  const bytes = heads.length + sizeOfFacts(facts) + (text?.length ?? 0);
  return [
    { format: recordFormat, heads, bytes },
    { format: recordFormat, files: facts },
    text === null ? null : { format: recordFormat, packed: text },
  ];
};

/** Which files of a chunk are taken away; null for all. */
const removedFrom = (chunk: number, removals: readonly unknown[]): readonly number[] | null => {
  const places: number[] = [];
  for (const { what } of removals.flatMap((record) => removalRecord(record) ?? [])) {
    if ('upTo' in what) {
      if (chunk <= what.upTo) return null;
    } else for (const place of what) if (place.chunk === chunk) places.push(place.index);
  }
  return places;
};

const shown = (records: readonly HeadRecord[], removals: readonly unknown[]): readonly KeptChunk[] =>
  records.flatMap((record) => {
    const { chunk } = record;
    const removed = removedFrom(chunk, removals);
    if (removed === null || isNewer(record)) return [];
    const { heads, bytes } = headRecord(chunk, record);
    return [{ chunk, heads, bytes, removed }];
  });

/** The shelf in this browser. Other tabs are told what changes, and `onChange` what they changed. */
export const openShelf = (
  onChange: (change: Change) => void,
  onLost: (fault: Fault) => void,
  onBack: () => void,
): Shelf => {
  const connection = connect(onLost, onBack);
  const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('paydown');
  tabs?.addEventListener('message', ({ data }: MessageEvent<Change>) => onChange(data));
  const tell = (change: Change) => tabs?.postMessage(change);

  const sourceOf = (chunk: number): Promise<Blob | null> =>
    connection.run(['sources'], 'readonly', async (transaction) => {
      const record = await transaction.objectStore('sources').get(chunk);
      return record === undefined ? null : new Blob([record.packed]);
    });

  const rewrite = async (chunk: number, gone: readonly number[]): Promise<void> => {
    // Packing takes longer than a transaction waits, so what is put down is made ready before.
    const before = await connection.run(['heads', 'facts', 'sources'], 'readonly', async (transaction) => ({
      head: await transaction.objectStore('heads').get(chunk),
      facts: await transaction.objectStore('facts').get(chunk),
      source: await transaction.objectStore('sources').get(chunk),
    }));
    // What cannot be read, or a newer Paydown wrote, is left alone.
    if (before.head === undefined || isNewer(before.head)) return;
    const found = headRecord(chunk, before.head);
    if (found.heads.length === 0) return;
    const all = JSON.parse(decoder.decode(found.heads)) as readonly (KeptHead | null)[];
    const left = all.map((head, index) => (gone.includes(index) ? null : head));
    const nothing = left.every((head) => head === null);
    const heads = encoder.encode(JSON.stringify(left));
    const files = factsIn(before.facts).map((file, index) => (gone.includes(index) ? null : file));
    let text = before.source?.packed;
    if (text !== undefined && !nothing) {
      const plain = await unpacked(new Blob([text])).catch(() => null);
      // Blank, so that whatever follows stays where it is.
      for (const index of gone) plain?.fill(0, ...(all[index]?.span ?? [0, 0]));
      // A text that cannot be unpacked is of no use to anybody, and what is to be forgotten may stand in it.
      text = plain === null ? undefined : new Uint8Array(await (await packed([plain])).arrayBuffer());
    }
    const bytes = heads.length + sizeOfFacts(files) + (text?.length ?? 0);
    await connection.run(['heads', 'facts', 'sources'], 'readwrite', async (transaction) => {
      const [headStore, factsStore, sourceStore] = [
        transaction.objectStore('heads'),
        transaction.objectStore('facts'),
        transaction.objectStore('sources'),
      ] as const;
      if (nothing) {
        await together([
          () => headStore.delete(chunk),
          () => factsStore.delete(chunk),
          () => sourceStore.delete(chunk),
        ]);
        return;
      }
      await together([
        () => headStore.put({ chunk, format: recordFormat, heads, bytes }),
        () => factsStore.put({ format: recordFormat, files }, chunk),
        () =>
          text === undefined
            ? sourceStore.delete(chunk)
            : sourceStore.put({ format: recordFormat, packed: text }, chunk),
      ]);
    });
  };

  const carryOut = async (key: number, { what }: RemovalRecord): Promise<void> => {
    if ('upTo' in what) {
      const range = IDBKeyRange.upperBound(what.upTo);
      await connection.run(['heads', 'facts', 'sources', 'checks', 'removals'], 'readwrite', async (transaction) => {
        await together([
          () => transaction.objectStore('checks').clear(),
          () => transaction.objectStore('heads').delete(range),
          () => transaction.objectStore('facts').delete(range),
          () => transaction.objectStore('sources').delete(range),
          () => transaction.objectStore('removals').delete(key),
        ]);
      });
      return;
    }
    const byChunk = new Map<number, number[]>();
    for (const { chunk, index } of what) byChunk.set(chunk, [...(byChunk.get(chunk) ?? []), index]);
    for (const [chunk, gone] of byChunk) await rewrite(chunk, gone);
    await connection.run(['checks', 'removals'], 'readwrite', async (transaction) => {
      // What was said of the deals speaks of the files that are gone.
      await together([
        () => transaction.objectStore('checks').clear(),
        () => transaction.objectStore('removals').delete(key),
      ]);
    });
  };

  return {
    following: (chunk) =>
      connection.run(['heads', 'removals'], 'readonly', async (transaction) => {
        const [records, removals] = await together([
          () => transaction.objectStore('heads').getAll(IDBKeyRange.lowerBound(chunk, true), chunksPerMessage),
          () => transaction.objectStore('removals').getAll(),
        ]);
        const next = records.at(-1)?.chunk ?? null;
        return {
          chunks: shown(records, removals),
          next,
          newer: records.filter(isNewer).length,
          damaged: removals.filter((record) => removalRecord(record) === null).length,
        };
      }),
    heads: (chunks) =>
      connection.run(['heads', 'removals'], 'readonly', async (transaction) => {
        const removals = await transaction.objectStore('removals').getAll();
        const records = await together(chunks.map((chunk) => () => transaction.objectStore('heads').get(chunk)));
        return shown(
          records.flatMap((record) => record ?? []),
          removals,
        );
      }),
    facts: (chunks) =>
      connection.run(['facts'], 'readonly', async (transaction) => {
        const records = await together(chunks.map((chunk) => () => transaction.objectStore('facts').get(chunk)));
        return records.flatMap((record, at) => {
          const chunk = chunks[at];
          return record === undefined || chunk === undefined ? [] : [{ chunk, files: factsIn(record) }];
        });
      }),
    source: sourceOf,
    keep: async (chunks) => {
      const ready = await Promise.all(chunks.map(recordsOf));
      const kept = await connection.run(['heads', 'facts', 'sources'], 'readwrite', async (transaction) => {
        const numbers: KeptChunkSize[] = [];
        for (const [head, facts, source] of ready) {
          // The database gives the number.
          const chunk = await transaction.objectStore('heads').add(head as HeadRecord);
          await together([
            () => transaction.objectStore('facts').add(facts, chunk),
            async () => source !== null && transaction.objectStore('sources').add(source, chunk),
          ]);
          numbers.push({ chunk, bytes: head.bytes });
        }
        return numbers;
      });
      tell({ kind: 'kept', chunks: kept.map(({ chunk }) => chunk) });
      return kept;
    },
    remove: async (wanted) => {
      const outcome = await connection.run(['heads', 'removals'], 'readwrite', async (transaction) => {
        const last = wanted === 'all' ? await transaction.objectStore('heads').getAllKeys() : [];
        const what = wanted === 'all' ? { upTo: last.at(-1) ?? 0 } : wanted;
        const key = await transaction.objectStore('removals').add({ at: Date.now(), what });
        return { what, key };
      });
      tell({ kind: 'removed', what: outcome.what });
      return outcome.key;
    },
    undo: async (removal) => {
      const what = await connection.run(['removals'], 'readwrite', async (transaction) => {
        const store = transaction.objectStore('removals');
        const record = await store.get(removal);
        await store.delete(removal);
        return record?.what;
      });
      if (what !== undefined) tell({ kind: 'returned', what });
    },
    checks: (deal, of) =>
      connection.run(['checks'], 'readonly', async (transaction) => {
        const record = await transaction.objectStore('checks').get(deal);
        return record !== undefined && record.format <= recordFormat && record.of === of ? record.checks : null;
      }),
    keepChecks: (deal, of, checks) =>
      connection.run(['checks'], 'readwrite', async (transaction) => {
        await transaction.objectStore('checks').put({ format: recordFormat, of, checks }, deal);
      }),
    saveWorkspace: async (files, vocabulary) => {
      const byName = new Map(files.map((file) => [file.name, file]));
      // Neighbours in the alphabet are mostly neighbours in a chunk.
      let last: { readonly source: number | Blob; readonly bytes: Uint8Array } | null = null;
      const bytesOf = async (name: string): Promise<Uint8Array> => {
        const { source, span } = byName.get(name) ?? { source: new Blob(), span: [0, 0] };
        if (last?.source !== source) {
          const content = typeof source === 'number' ? await sourceOf(source) : source;
          if (content === null) throw new Error(`The text of ${name} is no longer in the browser’s storage.`);
          last = { source, bytes: await unpacked(content) };
        }
        return last.bytes.subarray(...span);
      };
      const pieces: Blob[] = [];
      let pending: Uint8Array<ArrayBuffer>[] = [];
      let size = 0;
      const put = (piece: Uint8Array) => {
        pending.push(piece.slice());
        size += piece.length;
        if (size < bytesPerPiece) return;
        pieces.push(new Blob(pending));
        pending = [];
        size = 0;
      };
      await writeWorkspace([...byName.keys()], bytesOf, vocabulary, put);
      return new Blob([...pieces, ...pending], { type: 'application/zip' });
    },
    openWorkspace: async (workspace) => {
      const { files, vocabulary } = readWorkspace(new Uint8Array(await workspace.arrayBuffer()));
      return { files: files.map(({ name, bytes }) => ({ name, content: new Blob([bytes.slice()]) })), vocabulary };
    },
    purge: async (removal) => {
      const due = await connection.run(['removals'], 'readonly', async (transaction) => {
        const store = transaction.objectStore('removals');
        const [keys, records] = await together([() => store.getAllKeys(), () => store.getAll()]);
        const before = Date.now() - forgottenAfter;
        return records.flatMap((record, at) => {
          const key = keys[at];
          if (key === undefined || removalRecord(record) === null) return [];
          return key === removal || (removal === null && record.at < before) ? [[key, record] as const] : [];
        });
      });
      if (due.length === 0) return;
      // One tab at a time: two that rewrite one chunk would each bring back what the other took out.
      const work = async () => {
        for (const [key, record] of due) await carryOut(key, record);
      };
      if (navigator.locks === undefined) await work();
      else await navigator.locks.request('paydown removals', work);
    },
  };
};
