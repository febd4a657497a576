import type { Rule } from '../rule.ts';
import { embedsRules } from './embeds/index.ts';
import { encodingRules } from './encoding/index.ts';
import { imagesRules } from './images/index.ts';
import { linksRules } from './links/index.ts';

/** The rules that change words, links and blocks in place. Those of paste and structure wait for them. */
export const beforePaste: readonly Rule[] = [...encodingRules, ...embedsRules, ...linksRules, ...imagesRules];
