import { type ChangeEvent, type ReactNode, useEffect, useImperativeHandle, useState } from 'react';
import type { Values } from '../../../content-schema/index.ts';
import { getUnreadable } from '../formats.ts';
import { messages } from '../locale/messages.ts';
import { type ControlProps, isRequired } from './control-props.ts';
import { parseStored, toLocal, toStored, toStoredNow } from '../../browser/zoned-time.ts';

interface Props extends ControlProps {
  /** IANA name of the site's time zone. */
  readonly timeZone: string;
}

/**
 * The control of a moment: shows it in the time zone of the site and stores it with that zone's offset. The
 * stored text stays as it is until the editor changes it. A required date begins as now.
 */
export function DateTimeControl(props: Props): ReactNode {
  const { value, forID, classNameWrapper, isDisabled, ref, timeZone, onChange } = props;
  const stored = typeof value === 'string' ? value : '';
  const [typed, setTyped] = useState<{ text: string; stored: string }>();

  useImperativeHandle(ref, () => ({ isValid: () => validate(stored) }), [stored]);
  useEffect(() => {
    const isMissing = value === undefined || value === null;
    if (isRequired(props) && isMissing && !isUnreadable(props)) onChange(toStoredNow(Date.now(), timeZone));
    // Once: a date that the editor clears stays clear.
  }, []);

  // While the editor types, the input shows what is typed: an unfinished year is a date too.
  const text = typed?.stored === stored ? typed.text : toText(stored, timeZone);
  const handleChange = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    // The input is empty while a part of the date is missing.
    if (target.value === '' && target.validity.badInput) return;
    const next = target.value === '' ? '' : (toStored(target.value, timeZone) ?? stored);
    setTyped({ text: target.value, stored: next });
    onChange(next);
  };
  const handleBlur = (): void => {
    setTyped(undefined);
    props.setInactiveStyle();
  };
  const handleNow = (): void => {
    setTyped(undefined);
    onChange(toStoredNow(Date.now(), timeZone));
  };

  return (
    <div className={`${classNameWrapper} gaceta-datetime`}>
      <input
        id={forID}
        type="datetime-local"
        value={text}
        disabled={isDisabled}
        required={isRequired(props)}
        aria-describedby={`${forID}-zone`}
        onChange={handleChange}
        onFocus={props.setActiveStyle}
        onBlur={handleBlur}
      />
      <button type="button" disabled={isDisabled} onClick={handleNow}>
        {messages.dateTime.now}
      </button>
      <span id={`${forID}-zone`}>{describe(stored, timeZone)}</span>
    </div>
  );
}

/** A file that cannot be read stays untouched. */
function isUnreadable({ getEntry }: ControlProps): boolean {
  const data = getEntry().get('data') as { toJS(): Values } | undefined;
  return data !== undefined && getUnreadable(data.toJS()) !== undefined;
}

const toText = (stored: string, timeZone: string): string => {
  const instant = parseStored(stored);
  return instant === undefined ? '' : toLocal(instant, timeZone);
};

const describe = (stored: string, timeZone: string): string =>
  stored !== '' && parseStored(stored) === undefined
    ? messages.dateTime.unreadable(stored)
    : messages.dateTime.zone(timeZone);

function validate(stored: string): true | { error: { type: string; message: string } } {
  if (stored === '' || parseStored(stored) !== undefined) return true;
  return { error: { type: 'CUSTOM', message: messages.dateTime.unreadable(stored) } };
}
