import { correctionsFeed } from '../_feeds.ts';

export const GET = correctionsFeed('feed.json');
