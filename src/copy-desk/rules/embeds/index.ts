import type { Rule } from '../../rule.ts';

export const embedsRules: readonly Rule[] = [];
