import type { Rule } from '../../rule.ts';
import { comment } from './comment.ts';

export const pasteRules: readonly Rule[] = [comment];
