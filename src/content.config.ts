import { defineCollection } from 'astro:content';
import { collections as models } from '../content-schema/index.ts';
import { contentLoaders, uploadSchema } from './loader/index.ts';

const { CONTENT_REPO: repository, GACETA_REVISION: revision, GACETA_REPORT: report } = process.env;
const loaders = contentLoaders({ repository, revision, report });

export const collections = {
  posts: defineCollection({ loader: loaders.posts, schema: models.posts.schema }),
  authors: defineCollection({ loader: loaders.authors, schema: models.authors.schema }),
  topics: defineCollection({ loader: loaders.topics, schema: models.topics.schema }),
  pages: defineCollection({ loader: loaders.pages, schema: models.pages.schema }),
  site: defineCollection({ loader: loaders.site, schema: models.site.schema }),
  uploads: defineCollection({ loader: loaders.uploads, schema: uploadSchema }),
};
