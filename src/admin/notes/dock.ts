/** The corner of the page for what is ours: unsaved texts, the note and the panel. It covers no toolbar. */
export function getDock(part: 'drafts' | 'note' | 'panel'): HTMLElement {
  const dock = document.querySelector('.gaceta-dock') ?? document.body.appendChild(createDock());
  const element = dock.querySelector<HTMLElement>(`.gaceta-dock-${part}`);
  if (element === null) throw new Error(`The dock has no ${part}.`);
  return element;
}

function createDock(): HTMLElement {
  const dock = document.createElement('div');
  dock.className = 'gaceta-dock';
  const drafts = document.createElement('div');
  drafts.className = 'gaceta-dock-drafts';
  const note = document.createElement('div');
  note.className = 'gaceta-dock-note';
  // A live region has to be there before its text, or nobody hears it.
  note.setAttribute('role', 'status');
  const panel = document.createElement('div');
  panel.className = 'gaceta-dock-panel';
  dock.append(drafts, note, panel);
  return dock;
}

/** Puts the dock into the page, empty. */
export const prepareDock = (): void => void getDock('note');
