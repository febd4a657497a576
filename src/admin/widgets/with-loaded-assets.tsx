import { type ComponentType, type ReactNode, useMemo } from 'react';
import { useSelector } from 'react-redux';
import type { ControlProps } from './control-props.ts';

/** What Decap knows of the images that this page has asked for. */
interface State {
  readonly medias: unknown;
}

interface AssetProps extends ControlProps {
  getAsset(path: string, field?: unknown): unknown;
}

/**
 * An image control of Decap's that shows its image when it arrives. Decap's own keeps the empty place until
 * something else changes: it looks at `getAsset`, which is the same function before and after.
 */
export function withLoadedAssets(Control: ComponentType<object>): ComponentType<AssetProps> {
  return function LoadedControl(props: AssetProps): ReactNode {
    const medias = useSelector((state: State) => state.medias);
    const { getAsset } = props;
    const current = useMemo(
      () => (path: string, field?: unknown) => getAsset(path, field),
      // A new function for every change of the images.
      [getAsset, medias],
    );
    const refreshed = { ...props, getAsset: current };
    return <Control {...refreshed} />;
  };
}
