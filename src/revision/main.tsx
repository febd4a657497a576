import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { createApi } from './api.ts';
import { App } from './App.tsx';
import './app.css';
import { messages } from './messages.ts';
import { loadSettings, type Settings } from './settings.ts';

// Compiling schemas would need `unsafe-eval`, which the policy of this page does not give.
z.config({ jitless: true });

const place = document.body.appendChild(document.createElement('div'));
place.id = 'app';

function start(settings: Settings): void {
  document.documentElement.style.setProperty('--site-accent', settings.accent);
  createRoot(place).render(<App api={createApi(settings)} />);
}

function fail(error: unknown): void {
  const { heading, remedy, reload } = messages.configFailed;
  createRoot(place).render(
    <main className="lone">
      <h1>{heading}</h1>
      <p>{remedy}</p>
      <pre>{error instanceof Error ? error.message : String(error)}</pre>
      <button
        type="button"
        onClick={() => {
          location.reload();
        }}
      >
        {reload}
      </button>
    </main>,
  );
}

loadSettings().then(start, fail);
