import type { Rule } from '../rule.ts';
import { embedsRules } from './embeds/index.ts';
import { encodingRules } from './encoding/index.ts';
import { frontMatterRules } from './front-matter/index.ts';
import { imagesRules } from './images/index.ts';
import { linksRules } from './links/index.ts';
import { pasteRules } from './paste/index.ts';
import { structureRules } from './structure/index.ts';

/** Every rule, in the order in which what they did is told. */
export const rules: readonly Rule[] = [
  ...encodingRules,
  ...pasteRules,
  ...embedsRules,
  ...linksRules,
  ...imagesRules,
  ...structureRules,
  ...frontMatterRules,
];
