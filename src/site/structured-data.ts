import type {
  BreadcrumbList,
  CollectionPage,
  CorrectionComment,
  Graph,
  NewsArticle,
  NewsMediaOrganization,
  Person,
  ProfilePage,
  Thing,
  WebSite,
} from 'schema-dts';
import type { Site } from '../../content-schema/index.ts';
import type { AuthorEntry } from './authors.ts';
import { maskMail } from './mail.ts';
import { messages } from './messages.ts';
import type { PostEntry } from './posts.ts';
import { homePath, searchPath, toAbsoluteUrl, toAuthorPath, toPostPath } from './urls.ts';

/** A step of the way to a page, as its breadcrumbs show it. */
export interface Crumb {
  readonly label: string;
  /** Site path; the page itself has none. */
  readonly href?: string | undefined;
}

export interface PostData {
  readonly post: PostEntry;
  /** The listed author who signs, if there is one. */
  readonly author?: AuthorEntry | undefined;
  readonly site: Site;
  /** Site paths of its pictures, the best first. */
  readonly images: readonly string[];
  /** Site path of the logo, as readers get it. */
  readonly logo?: string | undefined;
  /** When its record says that it last changed. */
  readonly changed?: string | undefined;
}

const toOrganizationId = (site: Site): string => toAbsoluteUrl(site.url, '/#redaccion');
const toSiteId = (site: Site): string => toAbsoluteUrl(site.url, '/#sitio');

/** A post as news: https://developers.google.com/search/docs/appearance/structured-data/article */
export function toNewsArticle({ post, author, site, images, logo, changed }: PostData): NewsArticle {
  const { title, autor, date, tags = [], corrections = [], language = site.language } = post.data;
  const [section] = tags;
  return {
    '@type': 'NewsArticle',
    headline: maskMail(title),
    url: toAbsoluteUrl(site.url, toPostPath(post.id)),
    image: images.map((path) => toAbsoluteUrl(site.url, path)),
    datePublished: date,
    dateModified: toModified(post, changed),
    author: toPerson(autor, site, author),
    publisher: toPublisher(site, logo),
    inLanguage: language,
    ...(section === undefined ? {} : { articleSection: section, keywords: tags }),
    license: site.licence.href,
    ...(corrections.length === 0 ? {} : { correction: corrections.map(toCorrection) }),
  };
}

/**
 * When a post last changed in a way that readers are told of: its date, that of its last correction, or of the last change that
 * its record has.
 */
export const toModified = ({ data: { date, corrections = [] } }: PostEntry, changed?: string): string =>
  [...corrections.map((one) => one.date), ...(changed === undefined ? [] : [changed])].reduce(
    (last, one) => (Date.parse(one) > Date.parse(last) ? one : last),
    date,
  );

const toCorrection = ({
  date,
  text,
}: {
  readonly date: string;
  readonly text: string;
}): CorrectionComment => ({
  '@type': 'CorrectionComment',
  datePublished: date,
  text: maskMail(text),
});

const toPerson = (name: string, site: Site, author?: AuthorEntry): Exclude<Person, string> => ({
  '@type': 'Person',
  name,
  ...(author === undefined ? {} : { url: toAbsoluteUrl(site.url, toAuthorPath(author.id)) }),
});

/** Who publishes, for the front page, which tells more of it than the others. @param logo site path */
export function toOrganization(site: Site, logo: string | undefined): NewsMediaOrganization {
  const profiles = (site.social ?? []).map(({ href }) => href);
  return {
    ...toPublisher(site, logo),
    '@id': toOrganizationId(site),
    description: site.description,
    ...(profiles.length === 0 ? {} : { sameAs: profiles }),
  };
}

const toPublisher = (site: Site, logo?: string): Exclude<NewsMediaOrganization, string> => ({
  '@type': 'NewsMediaOrganization',
  name: site.name,
  url: toAbsoluteUrl(site.url, homePath),
  ...(logo === undefined ? {} : { logo: toAbsoluteUrl(site.url, logo) }),
});

/** The site, and how to search it. */
export const toWebSite = (site: Site): WebSite => ({
  '@type': 'WebSite',
  '@id': toSiteId(site),
  name: site.name,
  description: site.description,
  url: toAbsoluteUrl(site.url, homePath),
  inLanguage: site.language,
  publisher: { '@id': toOrganizationId(site) },
  potentialAction: {
    '@type': 'SearchAction',
    target: {
      '@type': 'EntryPoint',
      urlTemplate: `${toAbsoluteUrl(site.url, searchPath)}?q={search_term_string}`,
    },
    // Google's name for it, which schema.org has not: https://developers.google.com/search/docs/appearance/structured-data/sitelinks-searchbox
    ...{ 'query-input': 'required name=search_term_string' },
  },
});

/** The page of an author. @param image site path of the portrait, as readers get it */
export const toProfilePage = (author: AuthorEntry, site: Site, image?: string): ProfilePage => ({
  '@type': 'ProfilePage',
  mainEntity: {
    ...toPerson(author.data.name, site, author),
    ...(author.data.role === undefined ? {} : { jobTitle: author.data.role }),
    ...(image === undefined ? {} : { image: toAbsoluteUrl(site.url, image) }),
    worksFor: toPublisher(site),
  },
});

/** A page that lists posts: a topic, a month. */
export const toCollectionPage = (name: string, path: string, site: Site): CollectionPage => ({
  '@type': 'CollectionPage',
  name,
  url: toAbsoluteUrl(site.url, path),
  isPartOf: { '@id': toSiteId(site) },
});

/**
 * Breadcrumbs: https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 * @param crumbs without the front page, which comes first here
 */
export const toBreadcrumbList = (crumbs: readonly Crumb[], site: Site): BreadcrumbList => ({
  '@type': 'BreadcrumbList',
  itemListElement: [{ label: messages.home, href: homePath }, ...crumbs].map(({ label, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: label,
    ...(href === undefined ? {} : { item: toAbsoluteUrl(site.url, href) }),
  })),
});

/** The content of a `<script type="application/ld+json">`: nothing in it can end the element. */
export function serializeJsonLd(things: readonly Thing[]): string {
  const graph: Graph = { '@context': 'https://schema.org', '@graph': things };
  return JSON.stringify(graph).replaceAll('<', String.raw`\u003c`);
}
