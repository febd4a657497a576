/** The height of a page in its own CSS pixels. */
export const toHeight = ({ documentElement }: Document): number =>
  Math.ceil(documentElement.getBoundingClientRect().height);

/** Links of the page to itself stay in it; all others open a window, as the page's <base> says. */
export function keepLinksInPlace(page: Document): void {
  for (const link of page.querySelectorAll('a[href^="#"]')) {
    // By itself such an address would be one of the page around the frame.
    link.setAttribute('href', `about:srcdoc${link.getAttribute('href') ?? ''}`);
    link.setAttribute('target', '_self');
  }
}
