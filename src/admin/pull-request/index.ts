/** What patches-workflow.ts puts into Decap. */
export { tellRemoval } from './ask-for.ts';
export { CardGate, CardNotes, CardTitle } from './Card.tsx';
export { Files } from './Files.tsx';
export { PublishGate } from './PublishGate.tsx';
export { Strip } from './Strip.tsx';
