import { Tokenizer } from 'htmlparser2';

/** HTML cut into tokens by htmlparser2, as flat numbers: what is done with them need not run inside its callbacks. */

export const Token = {
  text: 0,
  tagName: 1,
  attributeName: 2,
  attributeValue: 3,
  tagEnd: 4,
  tagSelfEnd: 5,
  endTag: 6,
} as const;

/** Triples: kind, start and end offset in the source. */
export interface Tokens {
  readonly triples: Int32Array;
  /** How many numbers of `triples` count. */
  length: number;
}

/** So many characters at a time; no token is less than one. */
const chunkSize = 16_384;

const tokens: Tokens = { triples: new Int32Array(3 * (chunkSize + 16)), length: 0 };

function push(kind: number, start: number, end: number): void {
  const { triples, length } = tokens;
  triples[length] = kind;
  triples[length + 1] = start;
  triples[length + 2] = end;
  tokens.length = length + 3;
}

/** Where the value of an attribute begins and ends, as far as it has come: at the end of a chunk it comes in pieces. -1 where there is none. */
let valueStart = -1;
let valueEnd = -1;

function endValue(): void {
  if (valueStart >= 0) push(Token.attributeValue, valueStart, valueEnd);
  valueStart = -1;
}

// One tokenizer for all documents: made anew for each, its callbacks would not be compiled into its loop.
const tokenizer = new Tokenizer(
  { decodeEntities: false },
  {
    ontext: (start, end) => {
      // A document that ends within an end tag has no text there; the tokenizer tells of one that begins nowhere.
      if (start >= 0) push(Token.text, start, end);
    },
    onopentagname: (start, end) => push(Token.tagName, start, end),
    onattribname: (start, end) => push(Token.attributeName, start, end),
    onattribdata: (start, end) => {
      if (valueStart < 0) valueStart = start;
      valueEnd = end;
    },
    onattribend: endValue,
    onopentagend: (end) => push(Token.tagEnd, end, end),
    onselfclosingtag: (end) => push(Token.tagSelfEnd, end, end),
    onclosetag: (start, end) => push(Token.endTag, start, end),
    onattribentity() {},
    ontextentity() {},
    oncdata() {},
    oncomment() {},
    ondeclaration() {},
    onprocessinginstruction() {},
    onend() {},
  },
);

/** Calls `take` with the tokens of `source`, some at a time; they hold until it returns. Texts may come in pieces. */
export function tokenize(source: string, take: (tokens: Tokens) => void): void {
  tokenizer.reset();
  valueStart = -1;
  for (let start = 0; start < source.length; start += chunkSize) {
    tokens.length = 0;
    tokenizer.write(source.slice(start, start + chunkSize));
    take(tokens);
  }
  tokens.length = 0;
  tokenizer.end();
  take(tokens);
}
