import { type ReactNode, type SubmitEvent, useId, useState } from 'react';
import type { FolderCollection } from '../../../content-schema/index.ts';
import { messages } from '../locale/messages.ts';
import { askFor } from './ask-for.ts';
import { Dialog } from './Dialog.tsx';
import { isSlug, toAddress, toSlugParts } from './new-slug.ts';
import { getNewsroom } from './newsroom.ts';

interface Props {
  readonly collection: FolderCollection;
  readonly slug: string;
  onClose(): void;
}

/** Asks for another address of something published. */
export default function RenameDialog({ collection, slug, onClose }: Props): ReactNode {
  const text = messages.pull.rename;
  const id = useId();
  const { prefix, rest } = toSlugParts(collection, slug);
  const [value, setValue] = useState(rest);
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const problem = value === rest ? text.same : isSlug(value) ? undefined : text.invalid;
  const toUrl = (end: string): string => toAddress(getNewsroom()?.siteUrl ?? '', collection, prefix + end);

  const handleSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (problem !== undefined || isSending) return;
    setSending(true);
    const refusal = await askFor((api) => api.renameEntry(collection.name, slug, prefix + value), text);
    setSending(false);
    setRefusal(refusal);
    if (refusal === undefined) onClose();
  };
  return (
    <Dialog title={text.title} lead={text.lead} onClose={onClose}>
      <form onSubmit={(event) => void handleSubmit(event)}>
        <p>
          {text.now}
          <br />
          <b>{toUrl(rest)}</b>
        </p>
        <label htmlFor={id}>{text.label}</label>
        <input
          id={id}
          value={value}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          aria-describedby={`${id}-hint`}
          aria-invalid={value !== rest && problem !== undefined}
          onChange={({ target }) => {
            setValue(target.value.trim());
          }}
        />
        <p id={`${id}-hint`} role="status" data-wrong={value !== rest && problem !== undefined}>
          {value === rest ? text.hint : (problem ?? `${text.preview}: ${toUrl(value)}`)}
        </p>
        {refusal !== undefined && <p role="alert">{refusal}</p>}
        <footer>
          <button type="submit" disabled={problem !== undefined || isSending}>
            {isSending ? text.sending : text.send}
          </button>
          <button type="button" onClick={onClose}>
            {text.cancel}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
