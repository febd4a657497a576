import { useEffect, useRef, useState } from 'react';
import { mediaFolder, publicFolder, type Values } from '../../../content-schema/index.ts';
import { loadContext } from '../../browser/page-frame/fetch-preview.ts';
import { findDocuments, findImages } from '../../browser/page-frame/find-images.ts';
import { measureAssets } from '../../browser/page-frame/measure-assets.ts';
import type {
  PreviewAsset,
  PreviewFailure,
  PreviewRequest,
} from '../../browser/page-frame/preview-request.ts';
import { pause } from './pause.ts';

/** What Decap hands to its preview: the form as it is now. */
export interface FormState {
  /** Name of the collection. */
  readonly collection: string;
  readonly entry: {
    get(key: 'slug'): string | undefined;
    get(key: 'data'): FormData;
    /** What was uploaded here, and of a stored entry the library. */
    get(key: 'mediaFiles'): { find(test: (file: MediaFile) => boolean): MediaFile | undefined } | undefined;
  };
  /** Decap's source of an image: the upload of this form or the file of the library. It asks for what is not here yet. */
  readonly getAsset: (path: string) => { readonly path: string; readonly url: string };
  /** What Decap knows of images: another object when one has arrived. */
  readonly medias: unknown;
}

/** Another object after every change. */
interface FormData {
  toJS(): Values;
}

interface MediaFile {
  get(key: 'path' | 'size'): unknown;
}

/** Milliseconds after which it is asked for though changes go on. */
const patience = 1000;

/** Of an entry that has no address yet. */
const newId = 'nuevo';

/** The path of the image with which Decap stands in for what it has not loaded. */
const emptyAsset = 'empty.svg';

/**
 * What to ask the server for the form as it is, once nothing has changed for a moment.
 * @param isSeen while the pane is out of sight, nothing is asked for
 */
export function useRequest(
  { collection, entry, getAsset, medias }: FormState,
  isSeen: boolean,
): PreviewRequest | PreviewFailure | undefined {
  const [request, setRequest] = useState<PreviewRequest | PreviewFailure>();
  const waitingSince = useRef<number>(undefined);
  const data = entry.get('data');
  const id = entry.get('slug') ?? '';
  useEffect(() => {
    if (!isSeen) return undefined;
    let isOver = false;
    waitingSince.current ??= Date.now();
    const wait = Math.min(pause, waitingSince.current + patience - Date.now());
    const ask = async (): Promise<void> => {
      waitingSince.current = undefined;
      const values = data.toJS();
      const known = await loadContext();
      const images = await measureAssets(toUrls(values, getAsset));
      const assets = { ...toDocuments(values, entry), ...images };
      if (isOver) return;
      if ('kind' in known) {
        setRequest(known);
        if (known.retryAfter !== undefined) timer = setTimeout(() => void ask(), known.retryAfter * 1000);
      } else setRequest({ collection, id: id === '' ? newId : id, values, context: known.context, assets });
    };
    let timer = setTimeout(() => void ask(), wait);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
    // getAsset is another function for another entry only; medias tells that its answers are others.
  }, [collection, id, data, medias, isSeen]);
  return request;
}

function toUrls(values: Values, getAsset: FormState['getAsset']): Record<string, string> {
  const found = findImages(values).map((path) => ({ path, asset: getAsset(path) }));
  const loaded = found.filter(({ path, asset }) => asset.path !== emptyAsset && asset.url !== path);
  return Object.fromEntries(loaded.map(({ path, asset }) => [path, asset.url]));
}

/** Nobody loads a document to show its link; whether a new entry names one that is there, the check says. */
function toDocuments(values: Values, entry: FormState['entry']): Record<string, PreviewAsset> {
  const toAsset = (url: string): PreviewAsset => {
    const path = url.replace(publicFolder, mediaFolder);
    const size = entry
      .get('mediaFiles')
      ?.find((file) => file.get('path') === path)
      ?.get('size');
    return typeof size === 'number' ? { url, size } : { url };
  };
  return Object.fromEntries(findDocuments(values).map((path) => [path, toAsset(path)]));
}
