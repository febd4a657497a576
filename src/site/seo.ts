import type { Thing } from 'schema-dts';
import type { Site } from '../../content-schema/index.ts';
import type { AuthorEntry } from './authors.ts';
import { type Card, cardSize, toCardPath, toPostCard, toSiteCard } from './card.ts';
import { maskMail } from './mail.ts';
import type { PostEntry } from './posts.ts';
import {
  type Crumb,
  serializeJsonLd,
  toBreadcrumbList,
  toModified,
  toNewsArticle,
} from './structured-data.ts';
import { feedNames, feedPath, homePath, iconPath, toAbsoluteUrl, toPostPath } from './urls.ts';

/** What the head of a page says about it, besides the settings of the site. */
export interface PageHead {
  /** Of the page; the front page has none and shows the name of the site. */
  readonly title?: string | undefined;
  readonly description: string;
  /** Site path of this page; absent when it has no address of its own (404). */
  readonly path?: string | undefined;
  /** Language of the page, if it is not the site's. */
  readonly language?: string | undefined;
  /** What link previews show; default: the card of the site. */
  readonly card?: Card | undefined;
  readonly article?: ArticleHead | undefined;
  /** The feed of what this page lists, besides that of the site. `path` ends in `rss.xml`. */
  readonly feed?: { readonly title: string; readonly path: string } | undefined;
  /** The same page in other languages. */
  readonly translations?: readonly Translation[] | undefined;
  /** Site paths of the neighbours in a sequence. */
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
  /** Search engines shall not list this page. */
  readonly isHidden?: boolean | undefined;
  /** The way to this page from the front page, without the front page. */
  readonly crumbs?: readonly Crumb[] | undefined;
  /** Structured data of its own. */
  readonly things?: readonly Thing[] | undefined;
}

/** ISO date-times. Who wrote it and what about is in the structured data: no reader of Open Graph shows it. */
interface ArticleHead {
  readonly published: string;
  readonly modified: string;
}

interface Translation {
  readonly language: string;
  /** Site path or whole address. */
  readonly href: string;
}

/** An element of the head that has no content. */
export interface Tag {
  readonly name: 'meta' | 'link';
  readonly attributes: Readonly<Record<string, string>>;
}

/** The title of a page in a browser's tab and in results of a search. */
export const toTitle = (site: Site, { title }: PageHead): string =>
  title === undefined ? site.name : `${title} · ${site.name}`;

/** What programs read of a page: the content of a script element, or undefined when there is nothing to say. */
export function toJsonLd(site: Site, { things = [], crumbs = [] }: PageHead): string | undefined {
  const all = [...things, ...(crumbs.length === 0 ? [] : [toBreadcrumbList(crumbs, site)])];
  return all.length === 0 ? undefined : serializeJsonLd(all);
}

/** The elements of the head that follow its title, as https://ogp.me and the HTML standard name them. */
export function toTags(site: Site, page: PageHead): Tag[] {
  const { description, path, article, language = site.language, previous, next } = page;
  const card = page.card ?? toSiteCard(site);
  const whole = (sitePath: string): string => toAbsoluteUrl(site.url, sitePath);
  const tags: (Tag | undefined)[] = [
    named('description', description),
    named('robots', page.isHidden === true || path === undefined ? 'noindex' : toPreviewRule(article)),
    path === undefined ? undefined : link('canonical', { href: whole(path) }),
    property('og:title', page.title ?? site.name),
    property('og:description', description),
    property('og:type', article === undefined ? 'website' : 'article'),
    property('og:url', path === undefined ? undefined : whole(path)),
    property('og:site_name', site.name),
    property('og:locale', toLocale(language)),
    property('og:image', whole(toCardPath(card))),
    property('og:image:width', String(cardSize.width)),
    property('og:image:height', String(cardSize.height)),
    property('og:image:alt', card.title),
    named('twitter:card', 'summary_large_image'),
    ...(article === undefined ? [] : toArticleTags(article)),
    link('icon', { href: iconPath }),
    ...toFeedLinks(site, page),
    ...toLanguageLinks(site, page),
    previous === undefined ? undefined : link('prev', { href: previous }),
    next === undefined ? undefined : link('next', { href: next }),
  ];
  return tags.filter((tag) => tag !== undefined);
}

function named(name: string, content: string | undefined): Tag | undefined {
  return content === undefined ? undefined : { name: 'meta', attributes: { name, content } };
}

function property(name: string, content: string | undefined): Tag | undefined {
  return content === undefined ? undefined : { name: 'meta', attributes: { property: name, content } };
}

const link = (rel: string, attributes: Readonly<Record<string, string>>): Tag => ({
  name: 'link',
  attributes: { rel, ...attributes },
});

/** Without it, Google shows no large picture of a story: https://developers.google.com/search/docs/appearance/google-discover */
const toPreviewRule = (article: ArticleHead | undefined): string | undefined =>
  article === undefined ? undefined : 'max-image-preview:large';

/** `es-GT` as Open Graph writes it; a language without a country has no such form. */
const toLocale = (language: string): string | undefined =>
  language.includes('-') ? language.replace('-', '_') : undefined;

const toArticleTags = ({ published, modified }: ArticleHead): (Tag | undefined)[] => [
  property('article:published_time', published),
  property('article:modified_time', modified === published ? undefined : modified),
];

const feedTypes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const;

/** Every page names the RSS feed of the site and its own, the front page the other two forms, too. */
function toFeedLinks(site: Site, { path, feed }: PageHead): Tag[] {
  const toLink = (format: keyof typeof feedTypes, title: string, href: string): Tag =>
    link('alternate', { type: feedTypes[format], title, href });
  return [
    toLink('rss', site.name, feedPath),
    ...(path === homePath
      ? (['atom', 'json'] as const).map((format) => toLink(format, site.name, `/${feedNames[format]}`))
      : []),
    ...(feed === undefined ? [] : [toLink('rss', feed.title, feed.path)]),
  ];
}

/**
 * Every language version names itself and all others: https://developers.google.com/search/docs/specialty/international/localized-versions
 * Readers of a language that is not there get the one in the language of the site.
 */
function toLanguageLinks(site: Site, { path, language = site.language, translations = [] }: PageHead): Tag[] {
  if (path === undefined || translations.length === 0) return [];
  const versions = [
    { language, href: path },
    ...translations.filter((version) => version.language !== language),
  ].map((version) => ({ ...version, href: toAbsoluteUrl(site.url, version.href) }));
  const fallback = versions.find((version) => version.language === site.language) ?? versions[0];
  return [...versions, { language: 'x-default', href: fallback?.href ?? path }].map((version) =>
    link('alternate', { hreflang: version.language, href: version.href }),
  );
}

export interface PostHeadSource {
  readonly post: PostEntry;
  readonly site: Site;
  /** The listed author who signs, if there is one. */
  readonly author?: AuthorEntry | undefined;
  /** The name of its topic, over the title. */
  readonly kicker?: string | undefined;
  /** Site paths of the lead image and of the logo, as readers get them. */
  readonly image?: string | undefined;
  readonly logo?: string | undefined;
  /** When its record says that it last changed. */
  readonly changed?: string | undefined;
}

/** The head of a post's page. */
export function toPostHead({ post, site, author, kicker, image, logo, changed }: PostHeadSource): PageHead {
  const { date, language, translations } = post.data;
  const [title, description] = [maskMail(post.data.title), maskMail(post.data.description)];
  const card = toPostCard(post, site, kicker);
  const images = [toCardPath(card), ...(image === undefined ? [] : [image])];
  return {
    title,
    description,
    path: toPostPath(post.id),
    language,
    card,
    translations,
    article: { published: date, modified: toModified(post, changed) },
    things: [toNewsArticle({ post, author, site, images, logo, changed })],
  };
}
