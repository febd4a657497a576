import { embed } from '../../../../src/copy-desk/rules/embeds/embed.ts';
import { testRule } from '../cases.ts';

const frame = (src: string, attributes = ''): string => `<iframe src="${src}"${attributes}></iframe>`;
const video = '<Video url="https://www.youtube.com/watch?v=abc-123" title="La asamblea" />';
const youtube = frame('https://www.youtube.com/embed/abc-123?si=x', ' title="La asamblea" allowfullscreen');
const block = (url: string, title: string): string => `<Embed url="${url}" title="${title}" />`;

testRule(embed, [
  { name: 'a clean text', given: 'Un párrafo con 3 < 4.' },
  { name: 'blocks of ours', given: `${video}\n\nMira <Embed url="https://x.org/a" title="Algo" /> así.` },
  { name: 'code', given: `Escribe \`${youtube}\`.\n\n\`\`\`html\n${youtube}\n\`\`\`` },
  { name: 'escaped text', given: 'La etiqueta \\<iframe src="https://example.org/a">.' },
  { name: 'a lone tag without an address', given: 'La etiqueta <iframe> muestra otra página.' },
  { name: 'a script', given: '<script src="https://example.org/a.js"></script>' },
  { name: 'a link to a video', given: 'https://youtu.be/abc-123' },
]);

/** Addresses of frames and what they become. */
const frames: readonly (readonly [name: string, given: string, becomes: string])[] = [
  ['YouTube', youtube, video],
  [
    'YouTube with a title that says nothing',
    frame('https://www.youtube-nocookie.com/embed/abc', ' title="YouTube video player"'),
    '<Video url="https://www.youtube.com/watch?v=abc" title="Video de YouTube" />',
  ],
  [
    'YouTube, short address and a moment',
    frame('//youtu.be/abc?start=30'),
    '<Video url="https://www.youtube.com/watch?v=abc&amp;t=30" title="Video de YouTube" />',
  ],
  [
    'YouTube, a short',
    frame('https://www.youtube.com/shorts/abc'),
    '<Video url="https://www.youtube.com/watch?v=abc" title="Video de YouTube" />',
  ],
  [
    'YouTube, a list',
    frame('https://www.youtube.com/embed/videoseries?list=PL1'),
    '<Video url="https://www.youtube.com/playlist?list=PL1" title="Video de YouTube" />',
  ],
  [
    'Vimeo in a box, unlisted',
    `<div style="padding:56% 0 0 0">${frame('https://player.vimeo.com/video/12?h=ab')}</div>`,
    '<Video url="https://vimeo.com/12/ab" title="Video de Vimeo" />',
  ],
  [
    'Google Forms',
    '<iframe src="https://docs.google.com/forms/d/e/x-1/viewform?embedded=true" width="640" frameborder="0">Cargando…</iframe>',
    block('https://docs.google.com/forms/d/e/x-1/viewform', 'Formulario de Google'),
  ],
  [
    'Google Drive',
    frame('https://drive.google.com/file/d/x1/preview'),
    block('https://drive.google.com/file/d/x1/view', 'Archivo de Google Drive'),
  ],
  [
    'Google Slides',
    frame('https://docs.google.com/presentation/d/e/x1/embed?start=false&loop=false&delayms=3000'),
    block('https://docs.google.com/presentation/d/e/x1/pub', 'Presentación de Google'),
  ],
  [
    'Google Maps with a place',
    frame(
      'https://www.google.com/maps/embed?pb=!1m18!1m12!2d-90.5!3d14.6!1m2!1s0x85:0x1!2sPalacio%20Nacional!5e0!1ses!2sgt',
    ),
    block('https://www.google.com/maps/search/?api=1&amp;query=Palacio%20Nacional', 'Mapa de Google'),
  ],
  [
    'Google Maps with coordinates',
    frame('https://www.google.com/maps/embed?pb=!1m14!1m12!2d-90.5!3d14.6!5e0'),
    block('https://www.google.com/maps/search/?api=1&amp;query=14.6%2C-90.5', 'Mapa de Google'),
  ],
  [
    'Flourish, a frame',
    frame('https://flo.uri.sh/visualisation/123/embed', ' title="Interactive or visual content"').replace(
      'flo.uri.sh',
      'public.flourish.studio',
    ),
    block('https://public.flourish.studio/visualisation/123/', 'Gráfico de Flourish'),
  ],
  [
    'Flourish, a snippet',
    '<div class="flourish-embed flourish-chart" data-src="visualisation/123"><script src="https://public.flourish.studio/resources/embed.js"></script></div>',
    block('https://public.flourish.studio/visualisation/123/', 'Gráfico de Flourish'),
  ],
  [
    'Facebook, a video',
    frame(
      'https://www.facebook.com/plugins/video.php?height=314&href=https%3A%2F%2Fwww.facebook.com%2Funa.pagina%2Fvideos%2F15%2F&show_text=false',
    ),
    block('https://www.facebook.com/una.pagina/videos/15/', 'Video de Facebook'),
  ],
  [
    'Facebook, a snippet',
    '<div class="fb-post" data-href="https://www.facebook.com/una.pagina/posts/15" data-width="500"></div>',
    block('https://www.facebook.com/una.pagina/posts/15', 'Publicación en Facebook'),
  ],
  [
    'TikTok',
    frame('https://www.tiktok.com/embed/v2/720'),
    block('https://www.tiktok.com/embed/v2/720', 'Video de TikTok'),
  ],
  [
    'Zoom',
    '<iframe height="1100" src="https://us06web.zoom.us/meeting/register/tZ-1" title="Regístrate"></iframe>',
    block('https://us06web.zoom.us/meeting/register/tZ-1', 'Regístrate'),
  ],
  [
    'X, a frame',
    frame('https://platform.twitter.com/embed/Tweet.html?dnt=false&id=163'),
    block('https://x.com/i/status/163', 'Publicación en X'),
  ],
  [
    'Instagram, nothing loaded',
    '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Ab1/?utm_source=ig_embed"><a href="https://www.instagram.com/p/Ab1/">Ver esta publicación en Instagram</a></blockquote>',
    block('https://www.instagram.com/p/Ab1/', 'Publicación en Instagram'),
  ],
  [
    'Datawrapper',
    '<div style="min-height:417px" id="datawrapper-vis-Ab1"><script defer src="https://datawrapper.dwcdn.net/Ab1/embed.js" data-target="#datawrapper-vis-Ab1"></script><noscript><img src="https://datawrapper.dwcdn.net/Ab1/full.png" alt="" /></noscript></div>',
    block('https://datawrapper.dwcdn.net/Ab1/', 'Gráfico de Datawrapper'),
  ],
  [
    'Spotify',
    frame('https://open.spotify.com/embed/episode/x1?utm_source=generator'),
    block('https://open.spotify.com/episode/x1', 'Audio de Spotify'),
  ],
  [
    'an unknown site, http',
    frame('http://mapas.example.org/a?b=1&amp;c=2'),
    block('https://mapas.example.org/a?b=1&amp;c=2', 'Contenido de mapas.example.org'),
  ],
  [
    'a page of this site',
    frame('/mapa/'),
    block('https://gaceta.example.org/mapa/', 'Contenido de gaceta.example.org'),
  ],
  [
    'a document of this site',
    '<object data="/assets/images/posts/informe.pdf" type="application/pdf" title="El informe"></object>',
    '<Download file="/assets/images/posts/informe.pdf" label="El informe" />',
  ],
  [
    'a video file',
    '<video controls><source src="https://videos.example.org/a.mp4" type="video/mp4"></video>',
    block('https://videos.example.org/a.mp4', 'Contenido de videos.example.org'),
  ],
  [
    'bare attributes and odd white space',
    '<iframe\n  src = https://www.youtube.com/embed/abc\tallowfullscreen\n></iframe >',
    '<Video url="https://www.youtube.com/watch?v=abc" title="Video de YouTube" />',
  ],
  [
    'capitals',
    '<IFRAME SRC="https://example.org/a"></IFRAME>',
    block('https://example.org/a', 'Contenido de example.org'),
  ],
  [
    'no end tag',
    '<iframe src="https://example.org/a">',
    block('https://example.org/a', 'Contenido de example.org'),
  ],
];

testRule(
  embed,
  frames.map(([name, given, becomes]) => ({
    name,
    given: `Antes.\n\n${given}\n\nDespués.`,
    becomes: `Antes.\n\n${becomes}\n\nDespués.`,
    finds: ['error'],
  })),
);

const tweet =
  '<blockquote class="twitter-tweet"><p lang="es" dir="ltr">Los <a href="https://twitter.com/hashtag/datos?src=hash&amp;ref_src=twsrc%5Etfw">#datos</a> de_hoy. <br><br>Mira: <a href="https://t.co/x1">https://t.co/x1</a></p>&mdash; Ana (@ana_gt) <a href="https://twitter.com/ana_gt/status/163?ref_src=twsrc%5Etfw">9 de marzo de 2023</a></blockquote>';
const said = '> Los #datos de_hoy.\n>\n> Mira: https://t.co/x1\n>\n> — Ana (@ana_gt) 9 de marzo de 2023';
const post = block('https://twitter.com/ana_gt/status/163', 'Publicación en X de @ana_gt');

testRule(embed, [
  {
    name: 'a post of X keeps its words as a quotation',
    given: `Antes.\n\n${tweet}\n\nDespués.`,
    becomes: `Antes.\n\n${said}\n\n${post}\n\nDespués.`,
    finds: ['error'],
    says: 'Publicación en X de @ana_gt',
  },
  {
    name: 'a post of TikTok over several lines',
    given:
      '<blockquote class="tiktok-embed"\n  cite="https://www.tiktok.com/@ana/video/72" data-video-id="72"\n  > <section> <a href="https://www.tiktok.com/@ana?refer=embed">@ana</a> ¡Hola!\n  <a href="https://www.tiktok.com/tag/gt?refer=embed">#gt</a> </section> </blockquote>',
    becomes: `> @ana ¡Hola! #gt\n\n${block('https://www.tiktok.com/@ana/video/72', 'Video de TikTok')}`,
    finds: ['error'],
  },
  {
    name: 'in a sentence: behind the paragraph',
    given: `Mira ${youtube} y opina.\n\nFin.`,
    becomes: `Mira y opina.\n\n${video}\n\nFin.`,
    finds: ['error'],
  },
  {
    name: 'between two lines of text: in its place',
    given: `Mira:\n${youtube}\nOpina.`,
    becomes: `Mira:\n\n${video}\n\nOpina.`,
    finds: ['error'],
  },
  {
    name: 'in a list: behind it',
    given: `- uno ${youtube}\n- dos\n\nFin.`,
    becomes: `- uno\n- dos\n\n${video}\n\nFin.`,
    finds: ['error'],
  },
  { name: 'alone in a list', given: `- ${youtube}\n\nFin.`, becomes: `${video}\n\nFin.`, finds: ['error'] },
  {
    name: 'in a list item of several paragraphs',
    given: `1. uno ${youtube}\n\n   sigue\n2. dos`,
    becomes: `1. uno\n\n   sigue\n2. dos\n\n${video}`,
    finds: ['error'],
  },
  {
    name: 'in a quotation',
    given: `> Dijo ${youtube}\n> así.`,
    becomes: `> Dijo\n> así.\n\n${video}`,
    finds: ['error'],
  },
  {
    name: 'in a table',
    given: `| a | b |\n|---|---|\n| c ${youtube} | d |`,
    becomes: `| a | b |\n|---|---|\n| c | d |\n\n${video}`,
    finds: ['error'],
  },
  {
    name: 'above a line that would make a heading of it',
    given: `Mira ${youtube}\n---\nFin.`,
    becomes: `Mira\n\n${video}\n\n---\nFin.`,
    finds: ['error'],
  },
  {
    name: 'several in one line',
    given: `${youtube} ${frame('https://example.org/a', ' title="Un mapa"')}`,
    becomes: `${video}\n\n${block('https://example.org/a', 'Un mapa')}`,
    finds: ['error'],
  },
  {
    name: 'one per line',
    given: `${youtube}\n${frame('https://example.org/a', ' title="Un mapa"')}\n${youtube}`,
    becomes: `${video}\n\n${block('https://example.org/a', 'Un mapa')}\n\n${video}`,
    finds: ['error', 'error', 'error'],
  },
  {
    name: 'without spaces around it',
    given: `Mira${youtube}opina.`,
    becomes: `Mira opina.\n\n${video}`,
    finds: ['error'],
  },
  {
    name: 'between other HTML, which stays',
    given: `<div><p>Uno</p>${youtube}</div>`,
    becomes: `<div><p>Uno</p> </div>\n\n${video}`,
    finds: ['error'],
  },
  {
    name: 'before a fence that would no longer be HTML',
    given: `${youtube}\n\`\`\`\n\nFin.`,
    finds: ['error'],
  },
]);
