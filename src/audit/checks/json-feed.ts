import { z } from 'zod';

const address = z.url({ protocol: /^https?$/u });
const moment = z.iso.datetime({ offset: true });

const author = z
  .looseObject({ name: z.string().min(1).optional(), url: address.optional(), avatar: address.optional() })
  .refine(
    ({ name, url, avatar }) => (name ?? url ?? avatar) !== undefined,
    'An author has a name, url or avatar.',
  );

const attachment = z.looseObject({
  url: address,
  mime_type: z.string().regex(/^[^/]+\/.+$/u),
  title: z.string().optional(),
  size_in_bytes: z.int().nonnegative().optional(),
  duration_in_seconds: z.number().nonnegative().optional(),
});

const item = z
  .looseObject({
    id: z.string().min(1),
    url: address.optional(),
    external_url: address.optional(),
    title: z.string().optional(),
    content_html: z.string().min(1).optional(),
    content_text: z.string().min(1).optional(),
    summary: z.string().optional(),
    image: address.optional(),
    banner_image: address.optional(),
    date_published: moment.optional(),
    date_modified: moment.optional(),
    authors: z.array(author).optional(),
    tags: z.array(z.string()).optional(),
    language: z.string().optional(),
    attachments: z.array(attachment).optional(),
  })
  .refine((entry) => (entry.content_html ?? entry.content_text) !== undefined, {
    message: 'An item has content_html or content_text.',
  });

/** JSON Feed 1.1. https://www.jsonfeed.org/version/1.1/ */
export const jsonFeed = z.looseObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: address.optional(),
  feed_url: address,
  description: z.string().optional(),
  user_comment: z.string().optional(),
  next_url: address.optional(),
  icon: address.optional(),
  favicon: address.optional(),
  authors: z.array(author).optional(),
  language: z.string().optional(),
  expired: z.boolean().optional(),
  items: z
    .array(item)
    .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, 'Two items have one id.'),
});
