import type { Rule } from '../../rule.ts';
import { contact } from './contact.ts';
import { dateInFileName, dateInFuture } from './date.ts';
import { descriptionRepeatsTitle } from './description-repeats-title.ts';
import { descriptionStart } from './description-start.ts';
import { fieldMarkup } from './field-markup.ts';
import { fieldSpaces } from './field-spaces.ts';
import { descriptionLength, titleLength } from './length.ts';
import { personalAddress } from './personal-address.ts';
import { titleEmoji } from './title-emoji.ts';
import { titleFullStop } from './title-full-stop.ts';
import { titleQuestion } from './title-question.ts';
import { titleQuotes } from './title-quotes.ts';

export const frontMatterRules: readonly Rule[] = [
  fieldMarkup,
  fieldSpaces,
  titleFullStop,
  titleQuotes,
  titleQuestion,
  titleEmoji,
  titleLength,
  descriptionLength,
  descriptionRepeatsTitle,
  descriptionStart,
  dateInFuture,
  dateInFileName,
  personalAddress,
  contact,
];
