/** Lines of a stack that name a place in the code: `at draw (https://…)` in one family of browsers, `draw@https://…` in the other. */
const frame = /^\s*(?:at\s+\S|\S*@)/;

/**
 * What to report of an error: its kind and where in the code it happened. The words of the error may quote a file, so
 * that they are left out unless somebody wants them in.
 * @param components React's stack of components, empty where there is none
 * @param browser what the browser calls itself
 */
export const errorDetails = (error: Error, components: string, browser: string, withWords: boolean): string => {
  // The stack begins with the words in some browsers; they may have lines that look like places.
  const stack = (error.stack ?? '').replace(error.message, '');
  const frames = `${stack}\n${components}`.split('\n').filter((line) => frame.test(line));
  const places = frames.map((line) => line.trim().replace(/[?#][^):\s]*/g, ''));
  return [withWords ? `${error.name}: ${error.message}` : error.name, ...places, browser].join('\n');
};
