/** What patches-workflow.ts puts into Decap. */
export { PublishGate } from './PublishGate.tsx';
export { Strip } from './Strip.tsx';
export { tellRemoval } from './ask-for.ts';
