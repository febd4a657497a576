import { type ComponentName, components } from '../../../content-schema/index.ts';
import { messages } from '../locale/messages.ts';
import { type Html, markup } from './html.ts';

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
  Figure: ({ image, alt, caption, credit }) => {
    const source = credit ? markup`<span class="credit">${messages.preview.credit(credit)}</span>` : '';
    const text = caption || credit ? markup`<figcaption>${caption} ${source}</figcaption>` : '';
    return whole(markup`<figure class="figure"><img src="${image}" alt="${alt}">${text}</figure>`);
  },
  Callout: ({ type = 'aviso', language }) => {
    const options = components.Callout.fields.type.widget;
    const label = 'options' in options ? toLabel(options.options, type) : type;
    const lang = language ? markup` lang="${language}"` : undefined;
    return type === 'cita'
      ? { open: markup`<blockquote class="callout cita"${lang}>`, close: markup`</blockquote>` }
      : {
          open: markup`<div class="callout ${type}"${lang}><p class="callout-label">${label}</p>`,
          close: markup`</div>`,
        };
  },
  Passage: ({ language }) => ({ open: markup`<div lang="${language}">`, close: markup`</div>` }),
  Video: ({ url, title }) => renderCard(url, title, messages.preview.watch(toHost(url))),
  Embed: ({ url, title }) => renderCard(url, title, messages.preview.open(toHost(url))),
  Download: ({ file, label }) => renderCard(file, label, messages.preview.download),
};

const whole = (all: Html): BlockHtml => ({ open: all, close: markup`` });

const renderCard = (href: string | undefined, title: string | undefined, action: string): BlockHtml => {
  const texts = markup`<b>${title}</b> <span>${action}</span>`;
  return whole(markup`<a class="link-card" href="${toHref(href)}">${texts}</a>`);
};

/** Blocks link to the library or to https, and nothing else. */
const toHref = (address = ''): string => (/^(?:\/(?!\/)|https:\/\/)/u.test(address) ? address : '');

const toLabel = (options: readonly (string | { value: unknown; label: string })[], value: string): string => {
  const found = options.find((option) => typeof option === 'object' && option.value === value);
  return typeof found === 'object' ? found.label : value;
};

const toHost = (url: string | undefined): string =>
  url !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, '') : '';
