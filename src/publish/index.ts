/** From a new main to the files that readers get: build, swap, prune, report. */
export { type Builder, createBuilder } from './builder.ts';
export { prune } from './prune.ts';
export { createPublisher, PublishError, type Publisher, type PublishOutcome } from './publisher.ts';
export { createRelease, currentRelease, type Release } from './release.ts';
