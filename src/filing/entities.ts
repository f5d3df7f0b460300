import { Tokenizer } from 'htmlparser2';
import { undisguised } from './disguise.ts';

export interface Entity {
  readonly characters: string;
  /** Length in the source; 0 where the ampersand stands for itself. */
  readonly length: number;
}

const entities = new Map<string, Entity>();
const entityPattern = /&(?:#x?[0-9a-f]{1,8}|[a-z][a-z0-9]{1,31});?/iy;

/** The character reference at `at`, where an ampersand stands. */
export function decodeEntity(source: string, at: number): Entity {
  entityPattern.lastIndex = at;
  const written = entityPattern.exec(source)?.[0] ?? '&';
  const known = entities.get(written);
  if (known !== undefined) return known;
  let characters = '';
  let length = 0;
  const ignore = (): void => {};
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontextentity(codePoint, end) {
        characters += String.fromCodePoint(codePoint);
        length = end;
      },
      ontext: ignore,
      onopentagname: ignore,
      onopentagend: ignore,
      onselfclosingtag: ignore,
      onclosetag: ignore,
      onattribname: ignore,
      onattribdata: ignore,
      onattribentity: ignore,
      onattribend: ignore,
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  );
  tokenizer.write(written);
  tokenizer.end();
  const entity = { characters: undisguised(characters), length };
  if (entities.size < 5000) entities.set(written, entity);
  return entity;
}
