import { getAuthorFeeds, postFeed } from '../../_feeds.ts';

export const getStaticPaths = getAuthorFeeds;

export const GET = postFeed('feed.json');
