import { ownScript } from '../ingest/own-script.ts';
import { takeOver } from './parts.ts';

/** Told when another build has been fetched whole and waits; calling what it is given reloads the page with it. */
export type OnNewVersion = (reload: () => void) => void;

/** Has the build that waits take over, then opens the page anew from it; at once where it has taken over meanwhile. */
const reloadWith = ({ waiting }: ServiceWorkerRegistration): void => {
  if (waiting === null) {
    location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  // Of the two, a browser may tell but one.
  waiting.addEventListener('statechange', () => {
    if (waiting.state === 'activated') location.reload();
  });
  waiting.postMessage(takeOver);
};

const watch = (registration: ServiceWorkerRegistration, onNewVersion: OnNewVersion): void => {
  const tell = () => {
    const { waiting } = registration;
    // Where nothing is in control, what waits is the first build, which needs nobody's leave.
    if (waiting !== null && navigator.serviceWorker.controller !== null) onNewVersion(() => reloadWith(registration));
  };
  tell();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', tell);
  });
  document.addEventListener('visibilitychange', () => {
    // Without a network there is nothing new to be had.
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
  });
};

/**
 * Has the browser keep the app, so that it opens without a network, and looks for new builds. Where the browser does
 * not want to (private windows, no secure address), the app works as long as its server does.
 */
export const keepOffline = (onNewVersion: OnNewVersion): void => {
  const container: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  if (container === undefined) return;
  const register = () => {
    container.register(ownScript('/service-worker.js')).then(
      (registration: ServiceWorkerRegistration | undefined) => {
        if (registration !== undefined) watch(registration, onNewVersion);
      },
      () => undefined,
    );
  };
  // What the page itself needs comes first.
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
};
