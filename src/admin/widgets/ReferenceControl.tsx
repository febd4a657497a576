import { type ReactNode, useImperativeHandle, useState } from 'react';
import type { ControlProps } from './control-props.ts';

/**
 * The control of a reference: a text field that suggests the entries of the other collection and takes any
 * other text too. The suggestions load when the editor first comes here.
 */
export function ReferenceControl(props: ControlProps): ReactNode {
  const { value, field, forID, classNameWrapper, isDisabled, ref, query, onChange } = props;
  const [names, setNames] = useState<readonly string[]>();
  useImperativeHandle(ref, () => ({}), []);

  const handleFocus = (): void => {
    props.setActiveStyle();
    if (names !== undefined) return;
    setNames([]);
    const valueField = String(field.get('value_field'));
    void query(forID, String(field.get('collection')), [valueField], '').then(({ payload }) => {
      const found = (payload.hits ?? []).map(({ data }) => data[valueField]);
      const texts = found.filter((name) => typeof name === 'string');
      setNames([...new Set(texts)].sort((a, b) => a.localeCompare(b, 'es')));
    });
  };

  return (
    <>
      <input
        id={forID}
        type="text"
        className={classNameWrapper}
        value={typeof value === 'string' ? value : ''}
        list={`${forID}-names`}
        autoComplete="off"
        disabled={isDisabled}
        onChange={({ target }) => {
          onChange(target.value);
        }}
        onFocus={handleFocus}
        onBlur={props.setInactiveStyle}
      />
      <datalist id={`${forID}-names`}>
        {names?.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
