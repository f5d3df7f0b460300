/** What a person wants from EDGAR. */
export interface EdgarRequest {
  /** Name and address of who asks, as the SEC wants every program to say: `Jane Doe jane@example.org`. */
  readonly contact: string;
  /** How the trust's name begins on EDGAR. */
  readonly trust: string;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** EDGAR's index of filings begins with this year. */
export const firstYearOfEdgar = 1993;

/** Text as one word of a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** What is missing before EDGAR may be asked; empty where nothing is. */
export const missingIn = ({ contact, trust, firstYear, lastYear }: EdgarRequest): readonly string[] => [
  ...(/\S\s+\S+@\S+\.\S+/.test(contact)
    ? []
    : ['your name and e-mail address: the SEC refuses programs that do not say whose they are']),
  ...(trust.trim().length >= 4 ? [] : ['the beginning of the trust’s name, four letters at least']),
  ...(firstYear >= firstYearOfEdgar && firstYear <= lastYear
    ? []
    : [`the years, from ${firstYearOfEdgar} on, the first not after the last`]),
];

/**
 * Shell commands that fetch all reports of a trust from EDGAR into the present folder: the quarterly indexes, then the
 * complete submission text files of forms 8-K, 10-D, 10-K and 424B. They ask for at most five files a second, half of
 * what the SEC allows, and go on where they were broken off.
 */
export const edgarCommand = ({ contact, trust, firstYear, lastYear }: EdgarRequest): string => {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  return [
    `agent=${quoted(contact.trim())}`,
    `trust=${quoted(trust.trim().toUpperCase())}`,
    `for year in ${years.join(' ')}; do for quarter in 1 2 3 4; do`,
    '  curl -sSf --compressed -A "$agent" "https://www.sec.gov/Archives/edgar/full-index/$year/QTR$quarter/company.idx" |',
    `    awk -v trust="$trust" 'index(toupper($0), trust) == 1 && / (8-K|10-D|10-K|10-K405|424B[1-5])(\\/A)? /' |`,
    "    grep -o 'edgar/data/[^ ]*\\.txt'",
    '  sleep 0.2',
    'done; done | sort -u | while read -r path; do',
    '  [ -e "$(basename "$path")" ] || curl -sSf --compressed -A "$agent" -O "https://www.sec.gov/Archives/$path"',
    '  sleep 0.2',
    'done',
  ].join('\n');
};
