/** The last labels that hosts of this site's links have. A longer list would take file names for hosts. */
const endings =
  'com|org|net|edu|gob|gov|mil|int|info|io|app|dev|co|eu|news|online|site|gt|mx|sv|hn|ni|cr|pa|bz|cu|do|pr|ve|ec|pe|bo|cl|ar|uy|py|br|es|us|ca|uk|de|fr|it|ch|tv|me|ly|gl';

const webAddress = new RegExp(
  `^(?:www\\.[^\\s/?#]+|[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*)\\.(?:${endings})(?::\\d+)?(?:[/?#]\\S*)?$`,
  'iu',
);

/** Is this a web address without its `https://`? */
export const isSchemeless = (text: string): boolean => webAddress.test(text);

/** Is this an e-mail address as people write it? */
export const isMail = (text: string): boolean =>
  /^[\w.!#$%&'*+=?^`{|}~-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/iu.test(text);
