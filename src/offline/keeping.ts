import { ownScript } from '../ingest/own-script.ts';
import { takeOver } from './parts.ts';

/** Told when another build has been fetched whole and waits; calling what it is given reloads the page with it. */
export type OnNewVersion = (reload: () => void) => void;

/** Has the waiting build take over, then opens the page anew from it. */
const reloadWith = (waiting: ServiceWorker): void => {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage(takeOver);
};

const watch = (registration: ServiceWorkerRegistration, onNewVersion: OnNewVersion): void => {
  const tell = () => {
    const { waiting } = registration;
    // Where nothing is in control, what waits is the first build, which needs nobody's leave.
    if (waiting !== null && navigator.serviceWorker.controller !== null) onNewVersion(() => reloadWith(waiting));
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
