export { body } from './body.ts';
export { boolean } from './boolean.ts';
export { dateTime } from './date-time.ts';
export { image, mediaFolder, publicFolder } from './image.ts';
export { group, list, listOf } from './list.ts';
export { reference } from './reference.ts';
export { select } from './select.ts';
export { color, email, httpsUrl, language, link, sitePath, text } from './text.ts';
export { timeZone } from './time-zone.ts';
