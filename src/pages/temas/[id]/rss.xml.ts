import { getTopicFeeds, postFeed } from '../../_feeds.ts';

export const getStaticPaths = getTopicFeeds;

export const GET = postFeed('rss.xml');
