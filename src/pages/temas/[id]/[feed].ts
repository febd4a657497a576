export { postFeed as GET, getTopicFeeds as getStaticPaths } from '../../_feeds.ts';
