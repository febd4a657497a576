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
  dateTime: {
    now: 'Ahora',
    zone: (timeZone: string) => `Hora de ${timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone}`,
    unreadable: (stored: string) => `«${stored}» no es una fecha con hora. Elige otra.`,
  },
  counter: (length: number, max: number) =>
    length > max
      ? `${String(length)} de ${String(max)} caracteres: sobran ${String(length - max)}`
      : `${String(length)} de ${String(max)} caracteres`,
  publish: {
    pending: 'Publicando…',
    success: 'El sitio está al día',
    failure: (description: string) =>
      `El sitio no se pudo actualizar: ${description || 'avisa a quien lo mantiene.'}`,
  },
  select: { none: 'Elige una opción' },
  preview: {
    by: 'Por',
    topics: 'Temas',
    corrections: (count: number) => (count === 1 ? 'Corrección' : 'Correcciones'),
    credit: (name: string) => `Imagen: ${name}`,
    watch: (host: string) => `Ver en ${host}`,
    open: (host: string) => `Abrir en ${host}`,
    download: 'Descargar',
    notes: 'Notas',
    noteReference: (index: number) => `Volver a la referencia ${String(index + 1)}`,
  },
  image: { label: 'Imagen sin pie', image: 'Imagen', alt: 'Texto alternativo', title: 'Título' },
  login: {
    lead: 'Aquí se escribe, se revisa y se publica.',
    enter: (provider?: string) => (provider === undefined ? 'Entrar' : `Entrar con ${provider}`),
    inProgress: 'Entrando…',
    back: 'Volver al sitio',
    blocked:
      'Tu navegador no dejó abrir la ventana para entrar. Permite las ventanas emergentes de esta página y vuelve a intentarlo.',
    failed: (reason: string) => `No se pudo entrar: ${reason}`,
  },
  server: {
    failed: toServerMessage,
    cannotMerge: (reason: string) =>
      reason === '' || /not mergeable|merge conflict/iu.test(reason)
        ? 'Mientras escribías, otra persona publicó cambios en el mismo texto. No se perdió nada: tu versión sigue en el flujo de trabajo. Pide a quien mantiene el sitio que junte las dos versiones.'
        : `No se puede publicar todavía. No se perdió nada: tu versión sigue en el flujo de trabajo. ${reason}`,
    noRepository: (repo: string) =>
      `No se encontró el contenido (${repo}). Avisa a quien mantiene el sitio: puede que tu cuenta no tenga acceso.`,
    noWriteAccess: (repo: string) =>
      `Tu cuenta no tiene permiso para editar este sitio (${repo}). Pídelo a quien lo mantiene.`,
    uploadFromEntry:
      'Aquí solo se ven las imágenes que ya están publicadas. Para subir una, abre el artículo y súbela desde el campo de la imagen.',
    cannotDelete:
      'Solo una revisora o un revisor puede retirar lo que ya se publicó. Pídele que lo haga: no se cambió nada.',
    cannotDeleteMedia:
      'Las imágenes publicadas no se eliminan desde aquí: puede que un artículo las use. Pídelo a quien mantiene el sitio.',
  },
  commits: {
    create: 'Crear {{collection}} «{{slug}}»',
    update: 'Cambiar {{collection}} «{{slug}}»',
    delete: 'Eliminar {{collection}} «{{slug}}»',
    uploadMedia: 'Subir «{{path}}»',
    deleteMedia: 'Eliminar «{{path}}»',
  },
  mergeTitle: (title: string) => `Publicar: ${title}`,
} as const;

/** What an HTTP failure of the forge means to an editor, and what to do. */
function toServerMessage(status: number, reason: string): string {
  if (status === 401) return 'Tu sesión terminó. Copia lo que no guardaste y vuelve a entrar.';
  if (status === 403) return `No tienes permiso para hacer esto. ${reason}`;
  if (status === 404) return 'Ya no está en el servidor. Vuelve a cargar la página.';
  if (status === 409) return 'Otra persona guardó al mismo tiempo. Espera un momento y vuelve a intentarlo.';
  if (status === 422) return `El servidor no aceptó el cambio (${reason}). Vuelve a intentarlo.`;
  return 'No hay conexión con el servidor. Lo que escribiste sigue en esta página: espera un momento y vuelve a intentarlo.';
}
