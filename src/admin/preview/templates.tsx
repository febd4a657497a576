import type { PreviewTemplateComponentProps } from 'decap-cms-core';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { decodeAddress } from '../../../content-schema/index.ts';
import { getUnreadable } from '../formats.ts';
import { messages } from '../locale/messages.ts';
import { renderBody } from './render-body.ts';

type Props = PreviewTemplateComponentProps;

/** The values of the form, as they are now: nothing says yet that they are right. */
type Values = Readonly<Record<string, unknown>>;

const toValues = ({ entry }: Props): Values => (entry.get('data') as { toJS(): Values }).toJS();

const toText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What to say instead of a preview when the file cannot be read. */
function Unreadable({ values }: { values: Values }): ReactNode {
  const unreadable = getUnreadable(values);
  if (unreadable === undefined) return null;
  return (
    <div className="callout aviso" role="alert">
      <p className="callout-label">{messages.unreadable.title}</p>
      <p>{messages.unreadable.refusal(unreadable.reason)}</p>
    </div>
  );
}

/** The body of an entry, with its images from the library or from this very form. */
function Body({ source, props }: { source: string; props: Props }): ReactNode {
  const container = useRef<HTMLDivElement>(null);
  const { markup } = renderBody(source);
  useLayoutEffect(() => {
    for (const image of container.current?.querySelectorAll('img[src]') ?? []) {
      const path = image.getAttribute('data-path') ?? image.getAttribute('src') ?? '';
      image.setAttribute('data-path', path);
      image.setAttribute('src', toSource(decodeAddress(path), props));
    }
  });
  // renderBody escapes whatever the body holds.
  return <div className="prose" ref={container} dangerouslySetInnerHTML={{ __html: markup }} />;
}

/** Decap's source for an image: the upload of this form, the file of the library, or the address itself. */
const toSource = (path: string, { getAsset }: Props): string => String(getAsset(path));

function Image({ path, alt, props }: { path: string; alt: string; props: Props }): ReactNode {
  return path === '' ? null : <img src={toSource(path, props)} alt={alt} />;
}

/** The templates of the preview pane, by collection; the markup is that of the site's pages. */
export function toPreviewTemplates(timeZone: string): Record<string, (props: Props) => ReactNode> {
  const day = new Intl.DateTimeFormat('es', { dateStyle: 'long', timeZone });
  const formatDay = (date: string): string => {
    const instant = Date.parse(date);
    return Number.isNaN(instant) ? '' : day.format(instant);
  };

  function PostPreview(props: Props): ReactNode {
    const values = toValues(props);
    const { tags, corrections } = values;
    const topics = Array.isArray(tags) ? tags.map(toText) : [];
    const date = toText(values['date']);
    const caption = toText(values['imageCaption']);
    const credit = toText(values['imageCredit']);
    return (
      <main>
        <Unreadable values={values} />
        {topics.length > 0 && (
          <nav className="crumbs">
            <a href="#tema">{topics[0]}</a>
          </nav>
        )}
        <article className="post" lang={toText(values['language']) || undefined}>
          <h1>{toText(values['title'])}</h1>
          <p className="lede">{toText(values['description'])}</p>
          <div className="byline meta">
            <p>
              {messages.preview.by} <b>{toText(values['autor'])}</b>
            </p>
            <p>
              <time dateTime={date}>{formatDay(date)}</time>
            </p>
          </div>
          <figure className="cover">
            <Image path={toText(values['image'])} alt={toText(values['imageAlt'])} props={props} />
            {(caption || credit) && (
              <figcaption>
                {caption} {credit && messages.preview.credit(credit)}
              </figcaption>
            )}
          </figure>
          <div className="body">
            {Array.isArray(corrections) && corrections.length > 0 && (
              <section className="corrections">
                <h2>{messages.preview.corrections(corrections.length)}</h2>
                {(corrections as Values[]).map((correction, index) => (
                  <p key={index}>
                    <time>{formatDay(toText(correction['date']))}.</time> {toText(correction['text'])}
                  </p>
                ))}
              </section>
            )}
            <Body source={toText(values['body'])} props={props} />
            {topics.length > 1 && (
              <p className="meta">
                {messages.preview.topics}: {topics.join(', ')}
              </p>
            )}
          </div>
        </article>
      </main>
    );
  }

  return { posts: PostPreview, pages: PagePreview, authors: AuthorPreview, site: SitePreview };
}

function PagePreview(props: Props): ReactNode {
  const values = toValues(props);
  return (
    <main>
      <Unreadable values={values} />
      <header className="head">
        <h1>{toText(values['title'])}</h1>
        <p>{toText(values['description'])}</p>
      </header>
      <Body source={toText(values['body'])} props={props} />
    </main>
  );
}

function AuthorPreview(props: Props): ReactNode {
  const values = toValues(props);
  return (
    <main>
      <Unreadable values={values} />
      <header className="head">
        <Image path={toText(values['image'])} alt="" props={props} />
        <h1>{toText(values['name'])}</h1>
        <p>{toText(values['role'])}</p>
        <Body source={toText(values['body'])} props={props} />
      </header>
    </main>
  );
}

function SitePreview(props: Props): ReactNode {
  const values = toValues(props);
  const links = Array.isArray(values['navigation']) ? (values['navigation'] as Values[]) : [];
  return (
    <main>
      <Unreadable values={values} />
      <header className="masthead front">
        <p className="tagline">{toText(values['description'])}</p>
        <p className="nameplate">{toText(values['name'])}</p>
        <nav>
          <ul>
            {links.map((link, index) => (
              <li key={index}>
                <a href={toText(link['href'])}>{toText(link['label'])}</a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
    </main>
  );
}
