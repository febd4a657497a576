import { siteFeed } from './_feeds.ts';

export const GET = siteFeed('rss.xml');
