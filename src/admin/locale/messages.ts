/** What our own part of the admin says to editors. Decap's phrases are in phrases.ts. */
export const messages = {
  title: (siteName: string) => `Redacción · ${siteName}`,
  configFailed: {
    heading: 'La redacción no se pudo abrir',
    remedy:
      'Revisa tu conexión a internet y vuelve a cargar la página. Si el problema sigue, avisa a quien mantiene el sitio y envíale este detalle:',
    retry: 'Volver a cargar',
  },
  unreadable: {
    title: '⚠ Este archivo no se puede leer',
    reason: (line: number, message: string) => `Línea ${String(line)}: ${message}`,
    refusal: (reason: string) =>
      `El archivo está dañado y no se puede editar aquí. Avisa a quien mantiene el sitio. ${reason}`,
  },
} as const;
