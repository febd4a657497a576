import type { Rule } from '../../rule.ts';
import { beforePaste } from '../before-paste.ts';
import { inTurn } from '../in-turn.ts';
import { pasteRules } from '../paste/index.ts';
import { boldHeading } from './bold-heading.ts';
import { boldParagraph } from './bold-paragraph.ts';
import { emptyHeading } from './empty-heading.ts';
import { headingColon } from './heading-colon.ts';
import { headingSkip } from './heading-skip.ts';
import { headingTop } from './heading-top.ts';
import { longText } from './long-text.ts';

/** They look at the text that is left when all else is repaired. */
export const structureRules: readonly Rule[] = inTurn(
  [...beforePaste, ...pasteRules],
  [emptyHeading, boldParagraph, boldHeading, headingTop, headingSkip, headingColon, longText],
);
