import type { ReactNode } from 'react';
import { messages } from '../locale/messages.ts';
import type { View } from './view.ts';

const text = messages.preview.page;

interface PreviewBarProps {
  readonly view: View;
  readonly onChange: (view: View) => void;
}

/** What the pane shows: the page of a phone or of a laptop, light or dark, or the card of the link. */
export function PreviewBar({ view, onChange }: PreviewBarProps): ReactNode {
  const { shows, theme } = view;
  return (
    <div className="gaceta-preview-bar">
      <div role="group" aria-label={text.shows}>
        {(['phone', 'desktop', 'card'] as const).map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={shows === name}
            onClick={() => {
              onChange({ ...view, shows: name });
            }}
          >
            {text.views[name]}
          </button>
        ))}
      </div>
      {shows !== 'card' && (
        <button
          type="button"
          aria-pressed={theme === 'dark'}
          onClick={() => {
            onChange({ ...view, theme: theme === 'dark' ? 'light' : 'dark' });
          }}
        >
          {text.dark}
        </button>
      )}
    </div>
  );
}
