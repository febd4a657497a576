import type { Rule } from '../../rule.ts';
import { linkAddress } from './link-address.ts';
import { linkBare } from './link-bare.ts';
import { linkContact } from './link-contact.ts';
import { linkEmpty } from './link-empty.ts';
import { linkHashtag } from './link-hashtag.ts';
import { linkNowhere } from './link-nowhere.ts';
import { linkRedirect } from './link-redirect.ts';
import { linkShortener } from './link-shortener.ts';
import { linkText } from './link-text.ts';
import { linkTracking } from './link-tracking.ts';
import { plainHashtag } from './plain-hashtag.ts';

export const linksRules: readonly Rule[] = [
  linkTracking,
  linkRedirect,
  linkHashtag,
  plainHashtag,
  linkAddress,
  linkEmpty,
  linkText,
  linkShortener,
  linkBare,
  linkNowhere,
  linkContact,
];
