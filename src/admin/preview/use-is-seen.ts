import { useEffect, useState } from 'react';

/** Is any of the element on the screen? On a phone the preview stands below the whole form. */
export function useIsSeen(element: Element | null): boolean {
  const [isSeen, setIsSeen] = useState(false);
  useEffect(() => {
    if (element === null) return undefined;
    const observer = new IntersectionObserver((entries) => {
      setIsSeen(entries.at(-1)?.isIntersecting === true);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return isSeen;
}
