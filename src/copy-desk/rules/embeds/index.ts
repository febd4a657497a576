import type { Rule } from '../../rule.ts';
import { encodingRules } from '../encoding/index.ts';
import { inTurn } from '../in-turn.ts';
import { comment } from '../paste/comment.ts';
import { embed } from './embed.ts';
import { embedTitle } from './embed-title.ts';
import { removedEmbed } from './removed-embed.ts';

/** Where an embed goes depends on the lines around it: comments and scripts are gone before. */
export const embedsRules: readonly Rule[] = [
  ...inTurn([...encodingRules, comment], [removedEmbed, embed]),
  embedTitle,
];
