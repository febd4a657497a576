import type { APIRoute, GetStaticPaths } from 'astro';
import type { RecordedChange } from '../../../record/types.ts';
import { toCacheKey } from '../../../site/cache-key.ts';
import { isWithheld, toToldPeople } from '../../../site/history.ts';
import { maskMail } from '../../../site/mail.ts';
import { getSettings, type SettingsEntry } from '../../../site/newsroom.ts';
import type { PostEntry } from '../../../site/posts.ts';
import { toAbsoluteUrl, toHistoryPath, toPostPath } from '../../../site/urls.ts';
import { getChangedPosts, getRecord } from '../../_records.ts';

interface Props {
  readonly post: PostEntry;
  readonly settings: SettingsEntry;
}

export const getStaticPaths = (async () => {
  const settings = await getSettings();
  return (await getChangedPosts()).map(({ post, summary }) => ({
    params: { id: post.id },
    props: { post, settings },
    cacheKey: toCacheKey(summary, settings, post.id, post.data.title, post.data.date),
  }));
}) satisfies GetStaticPaths;

/** The record of a post for programs: what its history page says, with moments instead of days. */
export const GET: APIRoute<Props> = async ({ props: { post, settings } }) => {
  const { id, data } = post;
  const site = settings.data;
  const { since, changes } = await getRecord(id);
  const withheld = isWithheld(id, site);
  const toChange = (change: RecordedChange) => ({
    kind: change.kind,
    from: change.from,
    until: change.until,
    times: change.times,
    summary: change.summary,
    corrections: change.corrections.map(maskMail),
    reasons: change.reasons.map(maskMail),
    ...toToldPeople(change, site),
    ...(withheld
      ? { withheld }
      : {
          passages: change.passages.map(({ label, parts }) => ({
            label,
            parts: parts.map(({ kind, text }) => ({ kind, text: maskMail(text) })),
          })),
        }),
  });
  return Response.json({
    title: maskMail(data.title),
    url: toAbsoluteUrl(site.url, toPostPath(id)),
    history: toAbsoluteUrl(site.url, toHistoryPath(id)),
    published: data.date,
    since,
    changes: changes.map(toChange),
  });
};
