import type { Rule } from '../../rule.ts';
import { beforePaste } from '../before-paste.ts';
import { inTurn } from '../in-turn.ts';
import { brokenBold } from './broken-bold.ts';
import { codeFence } from './code-fence.ts';
import { comment } from './comment.ts';
import { hardBreak } from './hard-break.ts';
import { html } from './html.ts';
import { indentation } from './indentation.ts';
import { leftover } from './leftover.ts';
import { literalTag } from './literal-tag.ts';
import { localImage } from './local-image.ts';
import { reference } from './reference.ts';
import { spacing } from './spacing.ts';
import { typedList } from './typed-list.ts';
import { underline } from './underline.ts';

/** Each of these sees what those before it left. */
export const pasteRules: readonly Rule[] = inTurn(beforePaste, [
  comment,
  codeFence,
  html,
  reference,
  indentation,
  underline,
  brokenBold,
  hardBreak,
  typedList,
  leftover,
  spacing,
  literalTag,
  localImage,
]);
