import { useEffect, useState } from 'react';
import { type Comments, loadComments } from '../../browser/conversation/load-conversation.ts';
import { userSchema } from '../../browser/github-answers.ts';
import type { PullFacts } from '../../browser/load-facts.ts';
import { AnswerError } from '../../browser/reader.ts';
import type { Newsroom } from './newsroom.ts';

/** What was said of a pull request, and what those are called who said it. */
interface Conversation extends Comments {
  readonly names: ReadonlyMap<string, string>;
}

/** What was said of a pull request: asked for again whenever something of it has changed. */
export function useComments(
  newsroom: Newsroom,
  facts: PullFacts,
): { conversation: Conversation | undefined; hasFailed: boolean } {
  const [conversation, setConversation] = useState<Conversation>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let isOver = false;
    loadConversation(newsroom, facts).then(
      (loaded) => {
        if (isOver) return;
        setConversation(loaded);
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
  return { conversation, hasFailed };
}

/** The facts have the names of who wrote and reviewed; others may comment. */
async function loadConversation(newsroom: Newsroom, facts: PullFacts): Promise<Conversation> {
  const comments = await loadComments(newsroom, facts);
  const logins = new Set(comments.comments.flatMap(({ user }) => user?.login ?? []));
  const unknown = [...logins].filter((login) => !facts.names.has(login));
  const found = await Promise.all(unknown.map((login) => readName(newsroom, login)));
  return { ...comments, names: new Map([...facts.names, ...found]) };
}

async function readName({ read }: Newsroom, login: string): Promise<[login: string, name: string]> {
  try {
    const { name } = await read(`/users/${encodeURIComponent(login)}`, userSchema);
    return [login, name ?? login];
  } catch (error) {
    if (error instanceof AnswerError) return [login, login];
    throw error;
  }
}
