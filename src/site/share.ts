/** Where readers send an article on: addresses that contact nobody until they are followed. */
export interface ShareAddresses {
  /** https://faq.whatsapp.com/5913398998672934 */
  readonly whatsapp: string;
  /** RFC 6068: https://www.rfc-editor.org/rfc/rfc6068 */
  readonly email: string;
}

/** @param url whole address of the article */
export function toShareAddresses(title: string, url: string): ShareAddresses {
  const encode = encodeURIComponent;
  return {
    whatsapp: `https://wa.me/?text=${encode(`${title} ${url}`)}`,
    email: `mailto:?subject=${encode(title)}&body=${encode(url)}`,
  };
}
