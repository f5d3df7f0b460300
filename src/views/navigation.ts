import { formatPlace, type Place } from '../store/place.ts';
import { setPlace } from '../store/store.ts';

/** Goes to a place; Back returns. */
export const goTo = (place: Place): void => {
  window.location.hash = formatPlace(place);
};

/** Goes to a place in the stead of the present one, which Back then skips. */
export const moveTo = (place: Place): void => {
  window.history.replaceState(window.history.state, '', formatPlace(place));
  setPlace(place);
};
