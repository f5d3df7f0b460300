import './views/tokens.css';
import './views/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { restore } from './store/kept.ts';
import { parsePlace } from './store/place.ts';
import { setPlace } from './store/store.ts';
import { useTheme } from './store/theme.ts';
import { offerUpdate } from './store/update.ts';
import { App } from './views/App.tsx';
import { ErrorPanel } from './views/ErrorPanel.tsx';

void restore();

window.addEventListener('hashchange', () => setPlace(parsePlace(window.location.hash)));

const wearTheme = (): void => {
  document.documentElement.dataset.theme = useTheme.getState().theme;
};
wearTheme();
useTheme.subscribe(wearTheme);

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <ErrorPanel what="the page">
        <App />
      </ErrorPanel>
    </StrictMode>,
  );
}

// In development every file comes fresh from its source.
if (import.meta.env.PROD) void import('./offline/keeping.ts').then(({ keepOffline }) => keepOffline(offerUpdate));
