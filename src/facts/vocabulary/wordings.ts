import type { ConceptId } from '../concepts.ts';

/**
 * What statements call each concept. A line is one wording; its words go through the lexicon, so abbreviations, plurals, word order and
 * small typing errors need no line of their own. Words behind `@` must stand in the label or in what it stands under (section, spanning
 * heading, the words over the row labels); words behind `!` must stand nowhere there; words behind `~` must not stand in
 * the label itself. Adding a trustee's words is adding lines.
 */
export type Wordings = Readonly<Partial<Record<ConceptId, string>>>;
