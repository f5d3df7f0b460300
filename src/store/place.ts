/** Where in the app one is. The address bar holds it, so reload, Back and a sent link lead to the same place. */

/** The sections of a deal's page. */
export const sections = ['charts', 'tables', 'statement', 'annual', 'offering'] as const;

export type Section = (typeof sections)[number];

export type Place =
  | { readonly kind: 'start' }
  /** What was read and what was not. */
  | { readonly kind: 'files' }
  | {
      readonly kind: 'deal';
      /** The deal's id. */
      readonly deal: string;
      /** `2002-05`; null for the latest month loaded. */
      readonly month: string | null;
      readonly section: Section;
    };

const isSection = (text: string | null): text is Section => sections.some((section) => section === text);

/** Reads the fragment of an address, `#/deal/some-trust-2002-1?month=2002-05`. What makes no sense leads to the start. */
export const parsePlace = (hash: string): Place => {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [kind, id] = path.split('/');
  if (kind === 'files') return { kind: 'files' };
  if (kind !== 'deal' || !id || !/^[a-z0-9-]+$/.test(id)) return { kind: 'start' };
  const parameters = new URLSearchParams(query);
  const month = parameters.get('month');
  const section = parameters.get('section');
  return {
    kind: 'deal',
    deal: id,
    month: month !== null && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(month) ? month : null,
    section: isSection(section) ? section : 'charts',
  };
};

/** The fragment of an address that leads to a place; what is as usual is left out of it. */
export const formatPlace = (place: Place): string => {
  if (place.kind === 'start') return '#/';
  if (place.kind === 'files') return '#/files';
  const parameters = new URLSearchParams();
  if (place.month !== null) parameters.set('month', place.month);
  if (place.section !== 'charts') parameters.set('section', place.section);
  const query = parameters.toString();
  return `#/deal/${place.deal}${query === '' ? '' : `?${query}`}`;
};
