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
  note: {
    close: 'Cerrar',
    undo: 'Deshacer',
    more: (count: number) => (count === 1 ? 'Y un arreglo más' : `Y ${String(count)} arreglos más`),
  },
  repaired: 'Al guardar se corrigió el texto',
  pasted: 'Se limpió lo que pegaste',
  upload: {
    preparing: 'Preparando el archivo…',
    refusedTitle: (name: string) => `No se subió «${name.length > 60 ? `${name.slice(0, 59)}…` : name}»`,
    refused: {
      tooBig: (bytes: number, max: number) =>
        `Pesa ${toMegabytes(bytes)}: son demasiados. Sube uno de ${toMegabytes(max)} como máximo.`,
      empty: 'El archivo está vacío. Ábrelo en tu teléfono o computadora y guárdalo otra vez.',
      noImage: 'No es una imagen, aunque su nombre lo diga. Elige una foto en JPEG, PNG, WebP, GIF o HEIC.',
      noDocument: (extension: string) =>
        extension === ''
          ? 'No se sabe qué clase de archivo es. Guárdalo como PDF y súbelo otra vez.'
          : `Los archivos «.${extension}» no se publican. Guárdalo como PDF y súbelo otra vez.`,
      broken:
        'La imagen está dañada o incompleta. Ábrela en tu teléfono o computadora, guárdala como JPEG y súbela otra vez.',
      tiff: 'Es un TIFF, que los navegadores no muestran. Ábrela en tu computadora, guárdala como JPEG y súbela otra vez.',
      activeSvg: (danger: string) =>
        `Este SVG trae más que un dibujo (${danger.length > 60 ? `${danger.slice(0, 59)}…` : danger}) y podría ejecutar código o cargar algo de otro sitio. Expórtalo como PNG y súbelo.`,
    },
    notTaken: 'El archivo no se subió',
    whereTo:
      'Para una imagen de portada, usa el botón «Elegir una imagen». Para una dentro del texto, usa «Agregar un bloque» y elige «Imagen con pie».',
  },
  pastedAsText: 'El texto quedó como venía, sin formato',
  pastedTags: (tags: readonly string[]) =>
    `Al guardar se agrega a «Etiquetas»: ${tags.map((tag) => `«${tag}»`).join(', ')}.`,
  review: {
    title: 'Revisión del texto',
    severity: { error: 'Error', warning: 'Aviso', info: 'Nota' },
    count: ({ error, warning, info }: { error: number; warning: number; info: number }) =>
      [
        error > 0 ? toCount(error, 'error', 'errores') : '',
        warning > 0 ? toCount(warning, 'aviso', 'avisos') : '',
        info > 0 ? toCount(info, 'nota', 'notas') : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    collapse: 'Plegar',
    expand: 'Desplegar',
    close: 'Cerrar',
    stopped: (errors: number) =>
      errors === 1
        ? 'Hay 1 error que corregir. Míralo en «Revisión del texto».'
        : `Hay ${String(errors)} errores que corregir. Míralos en «Revisión del texto».`,
    inBody: (errors: number) =>
      errors === 1
        ? 'Hay 1 error en el texto. Míralo en «Revisión del texto».'
        : `Hay ${String(errors)} errores en el texto. Míralos en «Revisión del texto».`,
  },
  commits: {
    create: 'Crear {{collection}} «{{slug}}»',
    update: 'Cambiar {{collection}} «{{slug}}»',
    delete: 'Eliminar {{collection}} «{{slug}}»',
    uploadMedia: 'Subir «{{path}}»',
    deleteMedia: 'Eliminar «{{path}}»',
  },
  pull: {
    region: 'Solicitud de publicación',
    link: (number: number) => `Solicitud n.º ${String(number)}`,
    linkHint: 'Se abre en otra pestaña',
    kinds: {
      remove: 'Retirar del sitio',
      rename: 'Cambiar la dirección',
      restore: 'Volver a una versión anterior',
      'media-add': 'Subir archivos',
      'media-remove': 'Eliminar archivos',
    },
    checkNames: { 'gaceta/check': 'Revisión automática' } as Readonly<Record<string, string>>,
    checkStates: { pending: 'pendiente', success: 'bien', failure: 'con errores' },
    verdicts: {
      approved: (name: string) => `${name} lo aprobó`,
      'changes-requested': (name: string) => `${name} pidió cambios`,
      old: 'antes del último cambio',
    },
    free: 'Se puede publicar.',
    missing: {
      closed: 'Esta solicitud ya se cerró.',
      failed: (name: string) => `${name}: encontró errores.`,
      pending: (name: string) => `${name}: todavía no termina.`,
      changes: (name: string) => `${name} pidió cambios.`,
      approvals: (count: number) =>
        count === 1
          ? 'Falta la aprobación de una revisora.'
          : `Faltan las aprobaciones de ${String(count)} revisoras.`,
      ready: 'Falta marcarlo como «Listo».',
      reviewer: 'Solo una revisora puede publicar.',
      gitHubDraft: 'La solicitud está marcada como borrador: ábrela y márcala como lista para revisión.',
      unknown: 'Se está comprobando si se puede publicar.',
      otherRule: 'Las reglas del sitio todavía no dejan publicarlo: abre la solicitud para ver cuál falta.',
    },
    scheduled: (when: string) => `Se publicará ${when}.`,
    scheduledIf: (when: string) => `Se publicará ${when}, si para entonces no falta nada.`,
    soon: 'en unos minutos',
    mergesFirst:
      'Desde que empezó este borrador se publicaron otros cambios. Publicar los junta primero, y pregunta si algo no se puede juntar.',
    mergesFirstAndAsks:
      'Desde que empezó este borrador se publicaron otros cambios. Publicar los junta primero; después hace falta aprobarlo otra vez.',
    presence: (name: string, when: string) => `${name} cambió este borrador ${when}.`,
    moved: {
      by: (name: string, when: string) => `${name} guardó cambios en este borrador ${when}.`,
      byMe: (when: string) => `Guardaste cambios en este borrador ${when}, en otra ventana.`,
      merges: 'Al guardar se juntarán con lo tuyo.',
      show: 'Ver lo nuevo',
    },
    begun: (name: string) => `${name} empezó un borrador de este texto.`,
    gone: {
      merged: 'Este borrador ya se publicó.',
      closed: 'Este borrador se descartó mientras lo tenías abierto.',
      open: 'Ver lo publicado',
    },
    approve: 'Aprobar',
    approving: 'Aprobando…',
    approved: 'Lo aprobaste',
    publishedActions: {
      rename: 'Cambiar la dirección…',
      versions: 'Versiones anteriores…',
    },
    rename: {
      title: 'Cambiar la dirección',
      lead: 'La dirección de ahora sigue funcionando: lleva a la nueva. Una revisora confirma el cambio.',
      now: 'Dirección de ahora',
      label: 'Nueva dirección',
      hint: 'Solo letras minúsculas sin tilde, números y guiones.',
      preview: 'Quedará así',
      send: 'Pedir el cambio',
      sending: 'Enviando…',
      cancel: 'Cancelar',
      same: 'Es la dirección de ahora.',
      invalid: 'Escribe solo letras minúsculas sin tilde, números y guiones, sin guion al principio ni al final.',
      done: 'Se pidió el cambio de dirección',
      doneLine: 'Una revisora lo confirma en el flujo de trabajo. Hasta entonces nada cambia en el sitio.',
    },
    versions: {
      title: 'Versiones anteriores',
      lead: 'Elige una versión para volver a ella. Primero la confirma una revisora: hasta entonces nada cambia en el sitio.',
      loading: 'Cargando las versiones…',
      none: 'No hay versiones anteriores.',
      current: 'La publicada ahora',
      by: (name: string) => `por ${name}`,
      restore: 'Volver a esta versión',
      restoring: 'Enviando…',
      close: 'Cerrar',
      done: 'Se pidió volver a la versión anterior',
      doneLine: 'Una revisora lo confirma en el flujo de trabajo. Hasta entonces nada cambia en el sitio.',
    },
    removal: {
      done: 'Se pidió retirarlo del sitio',
      doneLine: 'Sigue publicado hasta que una revisora lo confirme en el flujo de trabajo.',
    },
    openBoard: 'Ver en el flujo de trabajo',
    files: {
      title: 'Archivos',
      lead: 'Subidas y eliminaciones de archivos que no van con un texto.',
      by: (name: string, when: string) => `${name}, ${when}`,
      publish: 'Publicar',
      publishing: 'Publicando…',
      discard: 'Descartar',
      discarding: 'Descartando…',
      confirmPublish: '¿Publicar en el sitio?',
      confirmDiscard: '¿Descartar esta solicitud? No se cambia nada en el sitio.',
      published: 'Publicado',
      discarded: 'Descartado',
    },
  },
  mergeTitle: (title: string) => `Publicar: ${title}`,
} as const;

const toMegabytes = (bytes: number): string => `${String(Math.round(bytes / 1024 / 1024))} MB`;

const toCount = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`;

/** What an HTTP failure of the forge means to an editor, and what to do. */
function toServerMessage(status: number, reason: string): string {
  if (status === 401) return 'Tu sesión terminó. Copia lo que no guardaste y vuelve a entrar.';
  if (status === 403) return `No tienes permiso para hacer esto. ${reason}`;
  if (status === 404) return 'Ya no está en el servidor. Vuelve a cargar la página.';
  if (status === 409) return 'Otra persona guardó al mismo tiempo. Espera un momento y vuelve a intentarlo.';
  if (status === 422) return `El servidor no aceptó el cambio (${reason}). Vuelve a intentarlo.`;
  return 'No hay conexión con el servidor. Lo que escribiste sigue en esta página: espera un momento y vuelve a intentarlo.';
}
