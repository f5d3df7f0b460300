import { lazy, type ReactNode, Suspense } from 'react';

const LicenceList = lazy(() => import('./LicenceList.tsx').then(({ LicenceList }) => ({ default: LicenceList })));

/** What the app does with what it is given, and what it is made with. */
export const About = (): ReactNode => (
  <>
    <p>
      Paydown runs in this browser alone. The page may connect to nothing but the address that it came from, and asks
      there only for its own files. What you drop is read on this computer, kept in this browser’s storage where you let
      it be, and sent nowhere.
    </p>
    <p>
      It comes with no warranty: figures are shown as they were printed and read, and the checks tell what agrees with
      what. Its source is under the MIT licence.
    </p>
    <h2>Made with</h2>
    <p className="quiet">The packages that are part of this page, with their licences.</p>
    <Suspense fallback={<p className="waiting">Opening…</p>}>
      <LicenceList />
    </Suspense>
  </>
);
