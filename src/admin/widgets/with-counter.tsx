import type { ComponentType, ReactNode } from 'react';
import { messages } from '../locale/messages.ts';
import type { ControlProps } from './control-props.ts';

/** From which part of the limit on the counter shows. */
const near = 0.8;

/**
 * A text control of Decap's, with a counter under it as soon as the text comes near the limit that the
 * field's pattern sets.
 */
export function withCounter(Control: ComponentType<object>): ComponentType<ControlProps> {
  return function CountedControl(props: ControlProps): ReactNode {
    return (
      <>
        <Control {...props} />
        <Counter text={typeof props.value === 'string' ? props.value : ''} max={getMax(props)} />
      </>
    );
  };
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
