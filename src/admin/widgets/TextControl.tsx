import { type ReactNode, useImperativeHandle, useState } from 'react';
import { messages } from '../locale/messages.ts';
import type { ControlProps } from './control-props.ts';

interface Props extends ControlProps {
  /** Lines of the field before it grows with its text; absent for a field of one line. */
  readonly lines?: number;
}

/** From which part of the limit on the counter shows. */
const near = 0.8;

/**
 * The control of plain text, with a counter under it as soon as the text comes near the limit that the
 * field's pattern sets. While the editor types it shows what is typed: Decap answers later inside a block of
 * the body, which would move the cursor.
 */
export function TextControl(props: Props): ReactNode {
  const { value, forID, classNameWrapper, isDisabled, ref, lines, onChange } = props;
  const [typed, setTyped] = useState<string>();
  useImperativeHandle(ref, () => ({}), []);
  const text = typed ?? (typeof value === 'string' ? value : '');
  const attributes = {
    id: forID,
    className: classNameWrapper,
    value: text,
    disabled: isDisabled,
    onChange: ({ target }: { target: { value: string } }) => {
      setTyped(target.value);
      onChange(target.value);
    },
    onFocus: props.setActiveStyle,
    onBlur: () => {
      setTyped(undefined);
      props.setInactiveStyle();
    },
  };
  return (
    <>
      {lines === undefined ? (
        <input type="text" {...attributes} />
      ) : (
        <textarea rows={lines} {...attributes} className={`${classNameWrapper} gaceta-text`} />
      )}
      <Counter text={text} max={getMax(props)} />
    </>
  );
}

function Counter({ text, max }: { text: string; max: number | undefined }): ReactNode {
  const length = [...text].length;
  if (max === undefined || length < max * near) return null;
  return (
    <p className="gaceta-counter" data-over={length > max} role={length > max ? 'status' : undefined}>
      {messages.counter(length, max)}
    </p>
  );
}

/** Most characters that the pattern lets through: the length rule of content-schema ends in `{min,max}$`. */
function getMax({ field }: ControlProps): number | undefined {
  const pattern = field.get('pattern') as { first(): unknown } | undefined;
  const rule = pattern?.first();
  const max =
    rule instanceof RegExp ? /\{\d+,(?<max>\d+)\}\$$/u.exec(rule.source)?.groups?.['max'] : undefined;
  return max === undefined ? undefined : Number(max);
}
