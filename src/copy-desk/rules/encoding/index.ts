import type { Rule } from '../../rule.ts';
import { controlCharacter } from './control-character.ts';
import { invisible } from './invisible.ts';
import { lostCharacter } from './lost-character.ts';
import { mojibake } from './mojibake.ts';
import { specialSpace } from './special-space.ts';
import { unicodeForm } from './unicode-form.ts';

export const encodingRules: readonly Rule[] = [
  mojibake,
  unicodeForm,
  invisible,
  controlCharacter,
  specialSpace,
  lostCharacter,
];
