/** What the command line says of itself. The words of `docs/command-line.md` are compared with these. */

const files = `FILE is a statement (plain text, HTML, an EDGAR full submission), a .zip, .gz or .tar archive of them, or a folder;
- reads paths from standard input, one a line.`;

const options = `  --vocabulary FILE       words taught in the app, exported as JSON
  --jobs N                read with N threads; what is written is the same for any N
  --shard K/N             only the Kth of N parts of the files, 1/N to N/N together read every file once
  --progress              say on stderr how far it is, also where that is no terminal`;

const codes = `Exit code: 0 every file was read, 1 some were not (what was read is written), 2 wrong usage, 3 the output could not be written.`;

const commands = {
  facts: `paydown facts FILE…

Every printed figure with its meaning, its place and its verdict, one JSON object a line, in the order of the files.`,
  checks: `paydown checks FILE…

Every identity tested between the figures of the files, those of one deal together, one JSON object a line.`,
  report: `paydown report FILE…

What was made of each file: documents, shapes, figures recognised, unrecognised and uncertain, one JSON object a line.`,
  series: `paydown series FILE…

Deal by month: every printed concept and every measure that can be computed, one JSON object a line.

  --concept ID            only these concepts, separated by commas; no measures, unless --measure names some
  --measure ID            only these measures, separated by commas; no concepts, unless --concept names some
  --reasons               measures that cannot be computed too, with value null and the reason`,
  export: `paydown export --format csv|xlsx|parquet|json|ndjson --out DIR FILE…

Writes every deal into a folder of its own, DIR/deal=ID/figures.FORMAT: each figure with file, line, column, label and
verdict. As xlsx also the tables by month, the measures and the sources. With --shard the files are named
figures-K-of-N. The same files make the same bytes; a file appears under its name when it is whole.

  --format FORMAT         csv, xlsx, parquet, json or ndjson
  --out DIR               where to write; made where it is missing`,
} as const;

export type CommandName = keyof typeof commands;

export const isCommand = (word: string): word is CommandName => Object.hasOwn(commands, word);

/** The help of one command. */
export const commandHelp = (name: CommandName): string => `${commands[name]}

${files}

${options}

Results go to stdout, errors and warnings to stderr. ${codes}
`;

/** The help of all. */
export const help = `Paydown reads the text reports of asset-backed trusts.

  paydown facts FILE…     every printed figure with its meaning and its place, one JSON object a line
  paydown checks FILE…    every identity tested between the figures of the files, those of one deal together
  paydown report FILE…    what was made of each file: documents, shapes, figures recognised, unrecognised and uncertain
  paydown series FILE…    deal by month: printed concepts and computed measures
  paydown export FILE…    a folder of CSV, XLSX, Parquet, JSON or NDJSON files, one for each deal
  paydown help COMMAND    more about one of them

${options}

${files}
Errors and warnings go to stderr. ${codes}
`;
