import { toHost } from './urls.ts';

/** What readers call the services that posts link to, by the end of their host name. */
const names: Readonly<Record<string, string>> = {
  'youtube.com': 'YouTube',
  'youtu.be': 'YouTube',
  'youtube-nocookie.com': 'YouTube',
  'vimeo.com': 'Vimeo',
  'google.com': 'Google',
  'forms.gle': 'Google',
  'flourish.studio': 'Flourish',
  'tiktok.com': 'TikTok',
  'facebook.com': 'Facebook',
  'fb.watch': 'Facebook',
  'twitter.com': 'X',
  'x.com': 'X',
  'instagram.com': 'Instagram',
  'datawrapper.dwcdn.net': 'Datawrapper',
  'spotify.com': 'Spotify',
  'soundcloud.com': 'SoundCloud',
  'zoom.us': 'Zoom',
};

/** The name of the service at an address; the host of one that is not well known. */
export function toServiceName(url: string): string {
  const host = toHost(url);
  const known = Object.keys(names).find((end) => host === end || host.endsWith(`.${end}`));
  return (known === undefined ? undefined : names[known]) ?? host;
}
