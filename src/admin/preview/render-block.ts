import { type ComponentName, components } from '../../../content-schema/index.ts';
import { messages } from '../locale/messages.ts';
import { html, type Html } from './html.ts';

/** The attributes of a component as the body or its form has them. */
type Attributes = Readonly<Record<string, string>>;

/** The opening and the closing markup of a component, with the classes of the site's own. */
interface BlockHtml {
  readonly open: Html;
  readonly close: Html;
}

/** What readers will see of a component; what stands between its tags goes between `open` and `close`. */
export function renderBlock(name: ComponentName, attributes: Attributes): BlockHtml {
  return renderers[name](attributes);
}

const renderers: Record<ComponentName, (attributes: Attributes) => BlockHtml> = {
  Figure: ({ image, alt, caption, credit }) =>
    whole(
      html`<figure class="figure">
        <img src="${image}" alt="${alt}" />
        ${
          caption || credit
            ? html`<figcaption>
                ${caption}
                ${credit ? html`<span class="credit">${messages.preview.credit(credit)}</span>` : ''}
              </figcaption>`
            : ''
        }
      </figure>`,
    ),
  Callout: ({ type = 'aviso' }) => {
    const options = components.Callout.fields.type.widget;
    const label = 'options' in options ? toLabel(options.options, type) : type;
    return type === 'cita'
      ? { open: html`<blockquote class="callout cita"></blockquote>`, close: html`</blockquote>` }
      : {
          open: html`<aside class="callout ${type}"><p class="callout-label">${label}</p></aside>`,
          close: html`</aside>`,
        };
  },
  Video: ({ url, title }) => renderCard(url, title, messages.preview.watch(toHost(url))),
  Embed: ({ url, title }) => renderCard(url, title, messages.preview.open(toHost(url))),
  Download: ({ file, label }) => renderCard(file, label, messages.preview.download),
};

const whole = (markup: Html): BlockHtml => ({ open: markup, close: html`` });

const renderCard = (href: string | undefined, title: string | undefined, action: string): BlockHtml =>
  whole(
    html`<a class="link-card" href="${href}">
      <span class="link-card-title">${title}</span> <span class="link-card-action">${action}</span>
    </a>`,
  );

const toLabel = (options: readonly (string | { value: unknown; label: string })[], value: string): string => {
  const found = options.find((option) => typeof option === 'object' && option.value === value);
  return typeof found === 'object' ? found.label : value;
};

const toHost = (url: string | undefined): string =>
  url !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, '') : '';
