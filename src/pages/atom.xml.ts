import { siteFeed } from './_feeds.ts';

export const GET = siteFeed('atom.xml');
