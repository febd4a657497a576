import { text } from 'node:stream/consumers';
import { type ComponentType, createElement, Suspense } from 'react';
import { prerenderToNodeStream } from 'react-dom/static';
import { expect, test } from 'vitest';
import { lazyPart } from '../../../src/admin/lazy-part.tsx';

test('what cannot be loaded is a sentence in its place; the page around it stays', async () => {
  const Part = lazyPart((): Promise<{ default: ComponentType<object> }> =>
    Promise.reject(new TypeError('Failed to fetch')),
  );
  const { prelude } = await prerenderToNodeStream(
    createElement(
      'main',
      {},
      'El formulario',
      createElement(Suspense, { fallback: null }, createElement(Part)),
    ),
  );
  const markup = await text(prelude);
  expect(markup).toContain('El formulario');
  expect(markup).toContain('Esta parte no se pudo cargar.');
});
