/** Where readers send an article on: addresses that contact nobody until they are followed. */
export interface ShareAddresses {
  /** https://faq.whatsapp.com/5913398998672934 */
  readonly whatsapp: string;
  /** RFC 6068: https://www.rfc-editor.org/rfc/rfc6068 */
  readonly email: string;
}

/** Letters and what separates the parts of an address may stand as they are: shorter, and nothing is lost. */
const encode = (text: string): string =>
  text.toWellFormed().replace(/[^\p{L}\p{N}\-_.~:/]/gu, encodeURIComponent);

/** @param url whole address of the article */
export function toShareAddresses(title: string, url: string): ShareAddresses {
  return {
    whatsapp: `https://wa.me/?text=${encode(`${title} ${url}`)}`,
    email: `mailto:?subject=${encode(title)}&body=${encode(url)}`,
  };
}
