import { useEffect, useState } from 'react';
import { type Comments, loadComments } from '../../browser/conversation/load-conversation.ts';
import type { PullFacts } from '../../browser/load-facts.ts';
import type { Newsroom } from './newsroom.ts';

/** What was said of a pull request: asked for again whenever something of it has changed. */
export function useComments(
  newsroom: Newsroom,
  facts: PullFacts,
): { comments: Comments | undefined; hasFailed: boolean } {
  const [comments, setComments] = useState<Comments>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let isOver = false;
    loadComments(newsroom, facts).then(
      (loaded) => {
        if (isOver) return;
        setComments(loaded);
        setFailed(false);
      },
      () => {
        // The strip asks again, and what is shown stays.
        if (!isOver) setFailed(true);
      },
    );
    return () => {
      isOver = true;
    };
  }, [newsroom, facts]);
  return { comments, hasFailed };
}
