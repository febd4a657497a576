export { postFeed as GET, getAuthorFeeds as getStaticPaths } from '../../_feeds.ts';
