import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { PreviewFailure, PreviewRequest } from '../../browser/page-frame/preview-request.ts';
import { useAnswers } from '../../browser/page-frame/use-answers.ts';
import { messages } from '../locale/messages.ts';
import { fetchLink, type Link } from './fetch-link.ts';

interface SocialCardProps {
  readonly request: PreviewRequest | undefined;
  readonly onAnswer: (failure: PreviewFailure | undefined) => void;
}

const text = messages.preview.page;

/** How a messenger shows the link of the page: its picture, and the words of its head. */
export function SocialCard({ request, onAnswer }: SocialCardProps): ReactNode {
  const [link, setLink] = useState<Link>();
  useAnswers(request, fetchLink, (answer) => {
    const isLink = 'title' in answer;
    if (isLink) setLink(answer);
    onAnswer(isLink ? undefined : answer);
  });
  const picture = link?.picture;
  const url = useMemo(() => (picture === undefined ? undefined : URL.createObjectURL(picture)), [picture]);
  useEffect(
    () => () => {
      if (url !== undefined) URL.revokeObjectURL(url);
    },
    [url],
  );
  if (link === undefined) return null;
  return (
    <figure className="gaceta-card">
      <div className="gaceta-card-link">
        {url !== undefined && <img src={url} alt={text.cardAlt} width={1200} height={630} />}
        <p className="gaceta-card-title">{link.title}</p>
        <p className="gaceta-card-description">{link.description}</p>
        <p className="gaceta-card-host">{link.host}</p>
      </div>
      <figcaption>{text.cardNote}</figcaption>
    </figure>
  );
}
