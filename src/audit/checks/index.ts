import type { Outcome } from '../outcome.ts';
import type { Site } from '../site.ts';
import { judgeBytes } from './bytes.ts';
import { judgeElements } from './elements.ts';
import { checkImages } from './images.ts';
import { checkLinks } from './links.ts';
import { judgeMarkup } from './markup.ts';
import { checkPolicy } from './policy.ts';
import { checkSchemas } from './schemas.ts';

/** What can be told of a built site from its files alone, by the name of the check. */
export const fileChecks: Readonly<Record<string, (site: Site) => Outcome[] | Promise<Outcome[]>>> = {
  bytes: judgeBytes,
  elements: judgeElements,
  images: checkImages,
  links: checkLinks,
  markup: judgeMarkup,
  policy: checkPolicy,
  schemas: checkSchemas,
};
