import type { Fault } from './fault.ts';
import type { Change, Shelf } from './shelf.ts';

/** A question to the shelf and its answer, as they cross between the page and the worker. */

export type Method = keyof Shelf;

export type ToShelf = {
  readonly [Name in Method]: {
    readonly id: number;
    readonly method: Name;
    readonly given: Parameters<Shelf[Name]>;
  };
}[Method];

export type FromShelf =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly id: number; readonly fault: Fault }
  /** Another tab changed something. */
  | { readonly kind: 'changed'; readonly change: Change }
  /** The storage was lost until the page asks again. */
  | { readonly kind: 'lost'; readonly fault: Fault }
  /** It opened after all. */
  | { readonly kind: 'back' };
