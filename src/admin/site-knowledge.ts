import type { SiteKnowledge } from '../copy-desk/index.ts';
import type { Settings } from './settings.ts';

/** What the copy desk can know in the browser: nothing of other files. */
export const toSiteKnowledge = ({ siteUrl, timeZone }: Settings): SiteKnowledge => ({
  url: siteUrl,
  timeZone,
  now: new Date(),
});
