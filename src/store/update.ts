import { create } from 'zustand';

/** Whether a newer version of the app waits. */
interface UpdateState {
  /** Opens the page anew with the version that waits; null where none does. */
  readonly reload: (() => void) | null;
}

export const useUpdate = create<UpdateState>()(() => ({ reload: null }));

/** Takes over that a newer version is ready. */
export const offerUpdate = (reload: () => void): void => useUpdate.setState({ reload });

/** Leaves it for later: the next page that is opened will say so again. */
export const declineUpdate = (): void => useUpdate.setState({ reload: null });
