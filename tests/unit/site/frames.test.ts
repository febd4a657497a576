import { expect, test } from 'vitest';
import { toFrame } from '../../../src/site/frames.ts';

const tube = 'https://www.youtube-nocookie.com/embed/';

test.each([
  ['https://www.youtube.com/watch?v=aqz-KE-bpKQ', 'wide', `${tube}aqz-KE-bpKQ?autoplay=1`],
  ['https://m.youtube.com/watch?v=aqz-KE-bpKQ&t=1m30s', 'wide', `${tube}aqz-KE-bpKQ?start=90&autoplay=1`],
  ['https://youtu.be/aqz-KE-bpKQ?si=x&t=90', 'wide', `${tube}aqz-KE-bpKQ?start=90&autoplay=1`],
  ['https://www.youtube.com/shorts/aqz-KE-bpKQ', 'tall', `${tube}aqz-KE-bpKQ?autoplay=1`],
  ['https://www.youtube.com/live/aqz-KE-bpKQ?feature=share', 'wide', `${tube}aqz-KE-bpKQ?autoplay=1`],
  ['https://www.youtube.com/playlist?list=PL123', 'wide', `${tube}videoseries?list=PL123&autoplay=1`],
  [
    'https://www.youtube.com/watch?v=aqz-KE-bpKQ&list=PL123&t=0',
    'wide',
    `${tube}aqz-KE-bpKQ?list=PL123&autoplay=1`,
  ],
  ['https://vimeo.com/76979871', 'wide', 'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1'],
  [
    'https://vimeo.com/76979871/8272103f6e',
    'wide',
    'https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1&autoplay=1',
  ],
  [
    'https://www.facebook.com/Redciudadanagt/videos/1585407181977241/?ref=x',
    'wide',
    'https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2FRedciudadanagt%2Fvideos%2F1585407181977241%2F&show_text=false',
  ],
  [
    'https://www.facebook.com/watch/?v=123&ref=x',
    'wide',
    'https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fwatch%2F%3Fv%3D123&show_text=false',
  ],
  [
    'https://www.tiktok.com/@quien/video/6718335390845095173',
    'tall',
    'https://www.tiktok.com/player/v1/6718335390845095173?autoplay=1',
  ],
  [
    'https://docs.google.com/forms/d/e/1FAIpQ-_x/viewform',
    'sheet',
    'https://docs.google.com/forms/d/e/1FAIpQ-_x/viewform?embedded=true',
  ],
  [
    'https://docs.google.com/presentation/d/e/2PACX-1v/pub?start=false',
    'wide',
    'https://docs.google.com/presentation/d/e/2PACX-1v/embed',
  ],
  [
    'https://docs.google.com/spreadsheets/d/e/2PACX-1v/pubhtml?gid=7',
    'sheet',
    'https://docs.google.com/spreadsheets/d/e/2PACX-1v/pubhtml?gid=7&widget=true&headers=false',
  ],
  [
    'https://docs.google.com/document/d/e/2PACX-1v/pub',
    'sheet',
    'https://docs.google.com/document/d/e/2PACX-1v/pub?embedded=true',
  ],
  [
    'https://drive.google.com/file/d/1a-B/view?usp=sharing',
    'sheet',
    'https://drive.google.com/file/d/1a-B/preview',
  ],
  [
    'https://calendar.google.com/calendar/embed?src=a%40b.org',
    'sheet',
    'https://calendar.google.com/calendar/embed?src=a%40b.org',
  ],
  [
    'https://www.google.com/maps/d/viewer?mid=1x&ll=1,2',
    'sheet',
    'https://www.google.com/maps/d/embed?mid=1x',
  ],
  [
    'https://public.flourish.studio/visualisation/123456/',
    'sheet',
    'https://flo.uri.sh/visualisation/123456/embed',
  ],
  ['https://datawrapper.dwcdn.net/AbC12/3/', 'sheet', 'https://datawrapper.dwcdn.net/AbC12/'],
  [
    'https://open.spotify.com/intl-es/episode/4rOo?si=x',
    'sound',
    'https://open.spotify.com/embed/episode/4rOo',
  ],
  [
    'https://soundcloud.com/red/programa-1',
    'sound',
    'https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fred%2Fprograma-1&auto_play=true',
  ],
])('%s is shown in a frame', (address, shape, src) => {
  const { origin, host } = new URL(src);
  expect(toFrame(address)).toMatchObject({ src, shape, origin, host: host.replace('www.', '') });
});

test.each([
  'https://x.com/quien/status/1',
  'https://www.instagram.com/p/abc/',
  'https://www.facebook.com/quien/posts/1',
  'https://fb.watch/abc/',
  'https://forms.gle/abc',
  'https://www.youtube.com/@canal',
  'https://www.youtube.com/watch?v="><script>',
  'https://youtube.com.example.org/watch?v=aqz-KE-bpKQ',
  'http://www.youtube.com/watch?v=aqz-KE-bpKQ',
  'https://www.google.com/maps/search/?api=1&query=Antigua',
  'https://docs.google.com/forms/d/1a/edit',
  'https://vimeo.com/channels/staff',
  'https://example.org/',
  'nada',
])('%s stays a link', (address) => {
  expect(toFrame(address)).toBeUndefined();
});

test('readers learn which service they open and who learns of it', () => {
  expect(toFrame('https://youtu.be/aqz-KE-bpKQ')).toMatchObject({
    service: 'YouTube',
    host: 'youtube-nocookie.com',
  });
});
