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
    page: {
      label: 'Vista previa',
      title: 'La página como la verán los lectores',
      shows: 'Cómo se verá',
      views: { phone: 'Teléfono', desktop: 'Computadora', card: 'Al compartir' },
      dark: 'Oscuro',
      preparing: 'Preparando la página…',
      toPage: 'Vista previa',
      toForm: 'Volver al formulario',
      plain:
        'Vista previa sencilla: este servidor no puede mostrar la página tal como la verán los lectores. Los textos y las imágenes son los tuyos; la disposición puede variar.',
      cardAlt: 'Imagen que acompaña al enlace',
      cardNote:
        'Así se verá el enlace en WhatsApp y en redes sociales. Cada una recorta los textos a su manera.',
    },
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
  failure: {
    network: () => `No hay conexión con el servidor. ${textIsSafe} Revisa tu internet y vuelve a intentarlo.`,
    unauthorized: () => `Tu sesión terminó. ${textIsSafe} Vuelve a entrar.`,
    forbidden: ({ reason }: Failed) =>
      `No tienes permiso para hacer esto. ${textIsSafe} Pide ayuda a una revisora o a quien mantiene el sitio.${toDetail(reason)}`,
    'rate-limit': ({ resetAt }: Failed) =>
      `El servidor recibió demasiadas peticiones y pide esperar${resetAt === undefined ? ' unos minutos' : ` hasta las ${toClock(resetAt)}`}. ${textIsSafe} Vuelve a intentarlo después.`,
    'not-found': () =>
      `Eso ya no está en el servidor: puede que alguien lo haya publicado o descartado. ${textIsSafe} Copia lo que necesites y vuelve a cargar la página.`,
    conflict: () =>
      `Otra persona guardó al mismo tiempo. ${textIsSafe} Espera un momento y vuelve a intentarlo.`,
    invalid: ({ reason }: Failed) =>
      `El servidor no aceptó el cambio. ${textIsSafe} Vuelve a intentarlo; si sigue, avisa a quien mantiene el sitio.${toDetail(reason)}`,
    'not-mergeable': ({ reason }: Failed) =>
      `Todavía no se puede publicar. No se perdió nada: sigue en el flujo de trabajo.${toDetail(reason)}`,
    server: ({ status }: Failed) =>
      `El servidor tuvo un problema (${String(status)}). ${textIsSafe} Espera un momento y vuelve a intentarlo.`,
  },
  server: {
    noRepository: (repo: string) =>
      `No se encontró el contenido (${repo}). Avisa a quien mantiene el sitio: puede que tu cuenta no tenga acceso.`,
    noWriteAccess: (repo: string) =>
      `Tu cuenta no tiene permiso para editar este sitio (${repo}). Pídelo a quien lo mantiene.`,
    notSignedIn: 'Tu sesión terminó. Vuelve a entrar.',
  },
  save: {
    undecided:
      'Hay partes que otra persona también cambió y falta decidir con cuáles quedarse. Tu texto sigue aquí: guarda otra vez para decidir.',
    damaged:
      'La otra versión de este texto está dañada y no se puede juntar con la tuya. Tu texto sigue aquí: avisa a quien mantiene el sitio.',
    sameFile: (path: string) =>
      `Otra persona publicó un archivo con el mismo nombre (${path.split('/').at(-1) ?? path}). Sube el tuyo con otro nombre y elígelo en el texto.`,
    sameName:
      'Otra persona acaba de crear un texto con el mismo título y la misma fecha. Guarda otra vez: el tuyo se guardará aparte.',
    staysRemoved:
      'Elegiste que siga retirado, así que no hay nada que guardar. Tu texto sigue aquí: cópialo si lo necesitas.',
    busy: 'Otras personas están guardando en el mismo texto. El tuyo sigue aquí: espera un momento y guarda otra vez.',
    isRenaming: (number: number) =>
      `Hay una petición de cambiar la dirección de este texto (número ${String(number)}). Publícala o descártala antes de editarlo. Lo que escribiste sigue aquí.`,
    isRemoving: (number: number) =>
      `Alguien pidió retirar este texto del sitio (número ${String(number)}). Descarta la petición antes de editarlo. Lo que escribiste sigue aquí.`,
    joined: (author?: string) =>
      author === undefined
        ? 'Se juntó con lo que se publicó mientras tanto'
        : `Se juntó con lo que guardó ${author}`,
    joinedLines: ['Mira cómo quedó: el formulario muestra las dos partes.'],
    joinedLater: ['Lo verás en el formulario la próxima vez que guardes.'],
  },
  publishing: {
    changed: (author?: string) =>
      `${author ?? 'Alguien'} cambió este borrador después de que lo abriste. Vuelve a cargar la página y míralo antes de publicar.`,
    gone: 'Este borrador ya no está: puede que alguien lo haya publicado o descartado. Vuelve a cargar la página.',
    joined:
      'Se juntó con lo que se publicó mientras tanto y todavía no se publicó. Falta que termine la revisión automática o que alguien apruebe el resultado: míralo y vuelve a intentarlo.',
    forbidden:
      'Solo una revisora o un revisor puede publicar. No se perdió nada: sigue en el flujo de trabajo. Pídele que lo publique.',
  },
  request: {
    title: {
      remove: (title: string) => `Retirar del sitio: ${title}`,
      rename: (title: string) => `Cambiar la dirección: ${title}`,
      restore: (title: string) => `Volver a una versión anterior: ${title}`,
      'media-add': (name: string) => `Subir archivo: ${name}`,
      'media-remove': (name: string) => `Eliminar archivo: ${name}`,
    },
    requested: {
      'media-add': 'Se pidió publicar el archivo',
      'media-remove': 'Se pidió eliminar el archivo',
    },
    requestedLines: ['Sigue como está hasta que alguien lo revise y lo publique en «Flujo de trabajo».'],
    removeLines: (path: string) => [`Al publicarlo, \`${path}\` deja de estar en el sitio.`],
    renameLines: (from: string, to: string) => [
      `Antes: \`${from}\``,
      `Después: \`${to}\``,
      'La dirección anterior sigue llevando al texto.',
    ],
    restoreLines: (sha: string) => [`La versión \`${sha.slice(0, 8)}\`.`],
    mediaLines: (path: string) => [`\`${path}\``],
    isDrafted: 'Hay cambios sin publicar de este texto. Publícalos o descártalos antes.',
    notPublished: 'Este texto ya no está publicado. Vuelve a cargar la página.',
    noAlias: 'La dirección de esta clase de contenido no se puede cambiar.',
    takenSlug: 'Ya hay otro texto con esa dirección. Elige otra.',
    badSlug: 'Usa solo letras, números y guiones, como en «una-nueva-direccion».',
    sameVersion: 'Esa versión es igual a la publicada.',
    noVersion: 'En esa versión el texto no estaba. Elige otra.',
    fileNotPublished:
      'Este archivo todavía no está publicado. Míralo en «Flujo de trabajo», donde se puede descartar.',
    isRequested: (name: string) => `Ya hay una petición para «${name}». Mírala en «Flujo de trabajo».`,
    notMedia:
      'Este archivo no es un texto ni está en la biblioteca de imágenes. Pide a quien mantiene el sitio que lo cambie.',
  },
  merge: {
    title: (count: number) =>
      count === 1
        ? 'Hay un cambio que debes decidir tú'
        : `Hay ${String(count)} cambios que debes decidir tú`,
    lead: ({ kind, author }: { kind: 'published' | 'draft'; author?: string }) =>
      `${author ?? 'Otra persona'} ${kind === 'published' ? 'publicó' : 'guardó'} cambios en los mismos lugares mientras escribías. Lo demás ya se juntó. Todavía no se guardó nada: elige qué queda en cada lugar.`,
    yours: 'La tuya',
    theirs: ({ kind, author }: { kind: 'published' | 'draft'; author?: string }) =>
      kind === 'published'
        ? `La publicada${author === undefined ? '' : ` (${author})`}`
        : author === undefined
          ? 'La del borrador guardado'
          : `La de ${author}`,
    own: 'Escribir otra a mano',
    ownLabel: (label: string) => `Tu texto para «${label}»`,
    before: 'Cómo estaba antes',
    deleted: 'Se eliminó.',
    absent: 'No está.',
    problem: (reason: string) => `Así no se puede guardar: ${reason}`,
    left: (left: number, count: number) =>
      left === 0 ? 'Todo está decidido.' : `Falta decidir ${String(left)} de ${String(count)}.`,
    later: 'Decidir después',
    store: 'Guardar esta decisión',
    marks: { removed: 'eliminado:', added: 'agregado:' },
  },
  comparison: {
    same: 'No hay diferencias.',
    only: (label: string) => `Solo en: ${label}`,
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
  notLoaded: 'Esta parte no se pudo cargar. Cuando tengas conexión, guarda y vuelve a cargar la página.',
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
    checkStates: { pending: 'pendiente', success: 'bien', failure: 'con errores' },
    verdicts: {
      approved: (name: string) => `${name} lo aprobó`,
      'changes-requested': (name: string) => `${name} pidió cambios`,
      old: 'antes del último cambio',
    },
    asking: 'Buscando si hay una solicitud…',
    unreachable: 'No se pudo preguntar por la solicitud. Se vuelve a intentar en un momento.',
    failed: 'No se pudo hacer',
    free: 'Se puede publicar.',
    missing: {
      closed: 'Esta solicitud ya se cerró.',
      joined: 'Se publicaron otros cambios en el mismo texto: falta juntarlos.',
      ready: 'Falta marcarlo como «Listo».',
      reviewer: 'Solo una revisora puede publicar.',
      gitHubDraft: 'La solicitud está marcada como borrador: ábrela y márcala como lista para revisión.',
      otherRule: 'Las reglas del sitio todavía no dejan publicarlo: abre la solicitud para ver cuál falta.',
    },
    scheduled: (when: string) => `Se publicará ${when}.`,
    scheduledIf: (when: string) => `Se publicará ${when}, si para entonces no falta nada.`,
    soon: 'en unos minutos',
    mergesFirst:
      'Desde que empezó este borrador se publicaron otros cambios. Publicar los junta primero, y pregunta si algo no se puede juntar.',
    scheduledApproved: (when: string) => `Se publicará ${when}, si una revisora lo aprueba antes.`,
    join: 'Juntar con lo publicado',
    joining: 'Juntando…',
    joined: 'Se juntó con lo publicado',
    presence: (name: string, when: string) => `${name} cambió este borrador ${when}.`,
    moved: {
      by: (name: string, when: string) => `${name} guardó cambios en este borrador ${when}.`,
      byMe: (when: string) => `Guardaste cambios en este borrador ${when}, en otra ventana.`,
      merges: 'Al guardar se juntarán con lo tuyo.',
      show: 'Ver lo nuevo',
    },
    begun: (name: string) => `${name} empezó un borrador de este texto. Al guardar se juntará con lo tuyo.`,
    begunByMe: 'Hay un borrador tuyo de este texto.',
    openDraft: 'Abrir el borrador',
    gone: {
      merged: 'Este borrador ya se publicó.',
      closed: 'Este borrador se descartó mientras lo tenías abierto.',
      open: 'Ver lo publicado',
    },
    changes: 'Ver los cambios',
    page: 'Ver la página',
    pageHint: 'Así la verán los lectores. Se abre en otra pestaña.',
    again: {
      send: 'Enviar de nuevo a revisión',
      sending: 'Enviando…',
      sent: 'Se envió de nuevo a revisión',
      asked: (names: readonly string[]) =>
        `Se le pidió otra revisión a ${new Intl.ListFormat('es').format(names)}.`,
    },
    reason: {
      label: 'Motivo del cambio',
      hint: 'Lo verán los lectores en el historial, por ejemplo: «La fecha estaba equivocada».',
      add: 'Decir el motivo del cambio',
      change: 'Cambiar el motivo',
      save: 'Guardar el motivo',
      saving: 'Guardando…',
      cancel: 'Cancelar',
      saved: 'Se guardó el motivo del cambio',
    },
    conversation: {
      title: (count: number) =>
        count === 0
          ? 'Conversación'
          : `Conversación: ${count === 1 ? '1 mensaje' : `${String(count)} mensajes`}`,
      news: (name: string) => `${name} te escribió.`,
      failed: 'No se pudo leer la conversación. Se vuelve a intentar en un momento.',
      none: 'Aquí se conversa con quien revisa. Todavía nadie ha escrito.',
      verdicts: {
        APPROVED: 'lo aprobó',
        CHANGES_REQUESTED: 'pidió cambios',
        DISMISSED: 'había aprobado una versión anterior',
      } as Readonly<Record<string, string>>,
      someone: 'Alguien',
      paragraph: (position: number) => `Párrafo ${String(position)}`,
      show: (place: string) => `Ir a: ${place}`,
      gone: 'Ese pasaje cambió desde entonces.',
      otherFile: (path: string) => `En otro archivo: ${path.split('/').at(-1) ?? path}`,
      reply: 'Responder',
      replyTo: (name: string) => `Responder a ${name}`,
      comment: 'Escribir un comentario',
      replyLabel: (name: string) => `Tu respuesta a ${name}`,
      commentLabel: 'Tu comentario',
      send: 'Enviar',
      sending: 'Enviando…',
      cancel: 'Cancelar',
      sent: 'Se envió tu comentario',
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
      invalid:
        'Escribe solo letras minúsculas sin tilde, números y guiones, sin guion al principio ni al final.',
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
  drafts: {
    untitled: 'Sin título',
    title: (count: number) =>
      count === 1 ? 'Tienes un texto sin guardar' : `Tienes ${String(count)} textos sin guardar`,
    titleHere: (count: number) =>
      count === 1 ? 'Hay un texto tuyo sin guardar' : `Hay ${String(count)} textos tuyos sin guardar`,
    recover: 'Recuperar',
    compare: 'Comparar',
    openAsNew: 'Abrir como nuevo',
    discard: 'Descartar',
    discarded: 'Se descartó el texto sin guardar',
    putBack: 'Deshacer',
    queued: 'Espera conexión para guardarse',
    willSave:
      'No hay conexión. Tu texto quedó en este dispositivo y se guardará solo cuando vuelva la conexión: no cierres sesión.',
    dialog: {
      title: (name: string) => `Lo que no guardaste de «${name}»`,
      lead: (when: string) => `Lo escribiste ${when}. Así cambia lo que hay en el formulario.`,
      before: 'el formulario',
      after: 'lo que no guardaste',
      close: 'Cerrar',
    },
    waiting: 'Sin conexión: tu texto espera en este dispositivo',
    waitingHint: 'Se guardará solo cuando vuelva la conexión. Puedes seguir escribiendo.',
    saveNow: 'Intentar ahora',
    saved: 'Volvió la conexión y se guardó tu texto',
    notSaved: 'Tu texto que esperaba conexión no se guardó',
    signIn: {
      title: 'Tu sesión terminó',
      lead: (name: string) => `Tu texto está a salvo. Vuelve a entrar como ${name} y sigue donde estabas.`,
      enter: 'Volver a entrar',
      later: 'Ahora no',
      other: (name: string) => `Esa es la cuenta de ${name}. Para seguir con este texto, entra con la tuya.`,
    },
    notKept: 'Este navegador no guarda copias de lo que escribes',
    notKeptRemedy:
      'Guarda seguido. Puede que falte espacio en el dispositivo o que uses una ventana privada.',
  },
  joinTitle: 'Juntar con lo publicado',
} as const;

/** What is known of a request that failed. */
interface Failed {
  readonly status: number;
  readonly reason: string;
  readonly resetAt: Date | undefined;
}

const textIsSafe = 'Lo que escribiste sigue aquí.';

const toDetail = (reason: string): string => (reason === '' ? '' : ` (${reason})`);

const toClock = (time: Date): string =>
  time.toLocaleTimeString('es-GT', { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });

const toMegabytes = (bytes: number): string => `${String(Math.round(bytes / 1024 / 1024))} MB`;

const toCount = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`;
