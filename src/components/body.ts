import { messages } from '../site/messages.ts';
import BodyImage from './BodyImage.astro';
import Callout from './Callout.astro';
import Download from './Download.astro';
import Embed from './Embed.astro';
import Figure from './Figure.astro';
import Passage from './Passage.astro';
import Video from './Video.astro';

/** Everything that a body may hold besides Markdown, by element name, and its images. */
export const bodyComponents = { Figure, Callout, Passage, Video, Embed, Download, img: BodyImage };

/** The words that a rendered body adds to the entry's own. */
export const bodyLabels = {
  notes: messages.notes,
  noteReference: messages.noteReference,
  table: messages.table,
  openOn: messages.openOn,
};
