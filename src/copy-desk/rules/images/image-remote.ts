import { images } from '../../messages/images.ts';
import type { Rule } from '../../rule.ts';
import { findImages } from './find-images.ts';

const { stable, expiring } = images.remote;

/** Servers whose addresses of images end after days or weeks. */
const expiringHosts =
  /(?:^|\.)(?:licdn\.com|fbcdn\.net|fbsbx\.com|cdninstagram\.com|tiktokcdn(?:-[a-z]+)?\.com|whatsapp\.net|discordapp\.(?:com|net)|notion-static\.com|slack-edge\.com|docs\.google\.com|googleusercontent\.com)$/iu;

/** Signatures of cloud storage that says until when an address is good. */
const expiringParameters = ['Expires', 'X-Amz-Expires', 'X-Goog-Expires', 'se'];

/** An image on another server: readers get a link to it (nothing of other sites is loaded), until it is gone. */
export const imageRemote: Rule = {
  id: 'image-remote',
  *find(manuscript) {
    for (const { path, start, address } of findImages(manuscript)) {
      const url = toUrl(address);
      if (url === undefined) continue;
      const host = url.hostname.replace(/^www\./u, '');
      const isExpiring =
        expiringHosts.test(host) || expiringParameters.some((name) => url.searchParams.has(name));
      if (isExpiring) yield { severity: 'error', path, start, ...expiring(host) };
      else yield { severity: 'warning', path, start, ...stable(host) };
    }
  },
};

function toUrl(address: string): URL | undefined {
  const base = 'https://site.invalid';
  const isWeb = /^(?:https?:)?\/\//iu.test(address) && URL.canParse(address, base);
  return isWeb ? new URL(address, base) : undefined;
}
