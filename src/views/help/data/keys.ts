/** What a key does, and where. */
export interface KeyWords {
  readonly keys: readonly string[];
  readonly does: string;
}

/** All keys of the app, by the place where they work. */
export const keyGroups: readonly { readonly place: string; readonly keys: readonly KeyWords[] }[] = [
  {
    place: 'Everywhere',
    keys: [
      { keys: ['Ctrl K', '⌘ K', '/'], does: 'go to a deal, a section, a figure or an action by its name' },
      { keys: ['?'], does: 'list the keys' },
      { keys: ['Esc'], does: 'close what lies over the page' },
      { keys: ['Ctrl V', '⌘ V'], does: 'add copied files, or copied text as a statement' },
    ],
  },
  {
    place: 'A deal',
    keys: [{ keys: ['[', ']'], does: 'the month before, the month after' }],
  },
  {
    place: 'A chart',
    keys: [
      { keys: ['←', '→'], does: 'move from month to month' },
      { keys: ['↑', '↓'], does: 'move from series to series' },
      { keys: ['Enter'], does: 'open the line that the figure was printed on' },
    ],
  },
  {
    place: 'A table',
    keys: [
      { keys: ['←', '→', '↑', '↓'], does: 'move from cell to cell' },
      { keys: ['Home', 'End'], does: 'the first cell of the row, the last' },
      { keys: ['Ctrl Home', 'Ctrl End'], does: 'the first row, the last' },
      { keys: ['Page Up', 'Page Down'], does: 'a screen up or down' },
      { keys: ['Enter'], does: 'open the line that the figure was printed on' },
    ],
  },
  {
    place: 'A filing',
    keys: [
      { keys: ['←', '→', '↑', '↓'], does: 'move from figure to figure' },
      { keys: ['Enter'], does: 'show the series of the figure; in the search, the next place found' },
      { keys: ['Shift Enter'], does: 'in the search, the place found before' },
      { keys: ['Alt ←'], does: 'back to where you were' },
    ],
  },
];
