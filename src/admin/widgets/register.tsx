import type { CMS, CmsWidgetParam } from 'decap-cms-core';
import fileWidget from 'decap-cms-widget-file';
import imageWidget from 'decap-cms-widget-image';
import type { ComponentType } from 'react';
import type { ControlProps } from './control-props.ts';
import { DateTimeControl } from './DateTimeControl.tsx';
import { ReferenceControl } from './ReferenceControl.tsx';
import { SelectControl } from './SelectControl.tsx';
import { TextControl } from './TextControl.tsx';
import { withLoadedAssets } from './with-loaded-assets.tsx';

/** Registers our controls under the names of Decap's own widgets, so that its types fit the configuration. */
export function registerWidgets(cms: CMS, { timeZone }: { readonly timeZone: string }): void {
  const register = <P extends ControlProps>(name: string, control: ComponentType<P>): void => {
    // Decap's types take the props of the control for the control itself.
    cms.registerWidget({ name, controlComponent: control as unknown as CmsWidgetParam['controlComponent'] });
  };
  register('datetime', (props: ControlProps) => <DateTimeControl {...props} timeZone={timeZone} />);
  register('relation', ReferenceControl);
  register('select', SelectControl);
  register('image', withLoadedAssets(imageWidget.controlComponent));
  register('file', withLoadedAssets(fileWidget.controlComponent));
  register('string', (props: ControlProps) => <TextControl {...props} />);
  register('text', (props: ControlProps) => <TextControl {...props} lines={4} />);
}
