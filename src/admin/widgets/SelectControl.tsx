import { type ReactNode, useImperativeHandle } from 'react';
import { messages } from '../locale/messages.ts';
import type { ControlProps } from './control-props.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** The control of a choice: the platform's own list, which works with any keyboard, phone and screen reader. */
export function SelectControl(props: ControlProps): ReactNode {
  const { value, field, forID, classNameWrapper, isDisabled, ref, onChange } = props;
  useImperativeHandle(ref, () => ({}), []);
  const options = (field.get('options') as { toJS(): Option[] }).toJS();
  const current = typeof value === 'string' ? value : '';
  const isKnown = options.some((option) => option.value === current);
  return (
    <select
      id={forID}
      className={`${classNameWrapper} gaceta-select`}
      value={current}
      disabled={isDisabled}
      onChange={({ target }) => {
        onChange(target.value);
      }}
      onFocus={props.setActiveStyle}
      onBlur={props.setInactiveStyle}
    >
      {!isKnown && <option value={current}>{current === '' ? messages.select.none : current}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
