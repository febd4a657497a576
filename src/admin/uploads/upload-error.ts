import { EditorError } from '../editor-error.ts';

/** Why a file is not taken. The message is for editors: what it is and what to do. */
export class UploadError extends EditorError {}
