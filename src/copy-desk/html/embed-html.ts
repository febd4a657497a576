/** Classes by which services find what they turn into a frame. */
const widgetClasses = [
  'adsbygoogle',
  'bluesky-embed',
  'fb-(?:comment-embed|page|post|video)',
  'flourish-embed',
  'infogram-embed',
  'instagram-media',
  'text-post-media',
  'tiktok-embed',
  'twitter-(?:tweet|video)',
].join('|');

/** The elements that are never text: they show another page or run code. `Video` and `Embed` are blocks of ours. */
const elements = 'iframe|script|object|applet|audio';
const likeBlocks = /<\/?(?:embed|EMBED|video|VIDEO)(?![\w-])/u;

const embed = new RegExp(
  `<(?:/?(?:${elements})(?![\\w-])` +
    `|(?:blockquote|div|ins)\\s[^>]*(?:class\\s*=\\s*["']?[^"'>]*(?<![\\w-])(?:${widgetClasses})(?![\\w-])` +
    `|id\\s*=\\s*["']?(?:fb-root|datawrapper-vis-)))`,
  'iu',
);

/**
 * Does a piece of HTML hold what the rules of embeds see to: a frame, a script, an object, a player, or the
 * snippet of a service such as X, Facebook or Flourish? Other rules leave the whole block (all HTML between
 * two blank lines or in one paragraph) to them while that is so: what is around an embed says where it goes.
 */
export const hasEmbed = (html: string): boolean => embed.test(html) || likeBlocks.test(html);
