/** A package that the app is made with. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  /** The licence's identifier, https://spdx.org/licenses/. */
  readonly licence: string;
  /** The licence as the package carries it; null where it carries none. */
  readonly text: string | null;
}
