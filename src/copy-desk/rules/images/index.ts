import type { Rule } from '../../rule.ts';
import { imageAlt } from './image-alt.ts';
import { imageAltUseless } from './image-alt-useless.ts';
import { imageAnimated } from './image-animated.ts';
import { imageFormat } from './image-format.ts';
import { imageHeavy } from './image-heavy.ts';
import { imageLarge } from './image-large.ts';
import { imageMissing } from './image-missing.ts';
import { imageName } from './image-name.ts';
import { imagePosition } from './image-position.ts';
import { imageRemote } from './image-remote.ts';

export const imagesRules: readonly Rule[] = [
  imageAlt,
  imageAltUseless,
  imageMissing,
  imageRemote,
  imageHeavy,
  imageLarge,
  imageFormat,
  imageAnimated,
  imageName,
  imagePosition,
];
