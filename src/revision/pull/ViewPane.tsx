import type { ReactNode } from 'react';
import { messages } from '../messages.ts';
import type { LoadedPull } from '../pull.ts';
import { toHash, type View, views } from '../route.ts';
import { Conversation } from '../views/Conversation.tsx';
import { FindingsView } from '../views/FindingsView.tsx';
import { PageView } from '../views/PageView.tsx';
import { TextView } from '../views/TextView.tsx';
import type { Actions } from './actions.ts';

interface Props {
  readonly pull: LoadedPull;
  readonly view: View;
}

const names = messages.pull.views;

/** The ways to look at it: links, so that each has its address. */
export function ViewTabs({ pull, view }: Props): ReactNode {
  const { number } = pull.facts.pull;
  const said = pull.comments.length + pull.reviewComments.length;
  const counts: Partial<Record<View, number>> = {
    conversacion: said,
    ...(pull.findings === undefined ? {} : { revision: pull.findings.new.length }),
  };
  return (
    <nav className="tabs" aria-label={names.label}>
      {views.map((name) => (
        <a
          key={name}
          href={toHash({ page: 'pull', number, view: name })}
          aria-current={name === view ? 'page' : undefined}
        >
          {names[name]}
          {(counts[name] ?? 0) > 0 && <span className="count">{counts[name]}</span>}
        </a>
      ))}
    </nav>
  );
}

/** One of them. What is sent from it shows at once. */
export function ViewPane({
  pull,
  view,
  actions,
  onDone,
}: Props & { readonly actions: Actions; onDone(): void }): ReactNode {
  const then = async (sent: Promise<void>): Promise<void> => {
    await sent;
    onDone();
  };
  const isOpen = pull.facts.pull.state === 'open';
  const onComment = isOpen
    ? (comment: Parameters<Actions['commentOn']>[0]) => then(actions.commentOn(comment))
    : undefined;
  const onReply = (id: number, text: string): Promise<void> => then(actions.reply(id, text));
  const panes: Readonly<Record<View, ReactNode>> = {
    pagina: <PageView pull={pull} onComment={onComment} onReply={onReply} />,
    texto: <TextView pull={pull} onComment={onComment} onReply={onReply} />,
    revision: <FindingsView pull={pull} />,
    conversacion: (
      <Conversation pull={pull} onComment={(text) => then(actions.comment(text))} onReply={onReply} />
    ),
  };
  return (
    <section className="pane" aria-label={names[view]}>
      {panes[view]}
    </section>
  );
}
