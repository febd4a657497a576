import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { getSearchIndex } from './_search-index.ts';

export const getStaticPaths = (async () => {
  const { files } = await getSearchIndex();
  // The name of a file is the digest of its text.
  return [...files].map(([file, text]) => ({ params: { file }, props: { text }, cacheKey: file }));
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

/** A file of the index of the search, which the script of /buscar/ reads. */
export const GET: APIRoute<Props> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
