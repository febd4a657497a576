import type { Role } from './types.ts';

/** What a person reads, in Spanish. Messages that Decap compares with GitHub's stay English, where they are used. */
export const messages = {
  cannotWriteMain:
    'Nadie escribe directamente en la versión publicada. Guarda el cambio como borrador y pide su publicación.',
  cannotMerge: 'Solo una persona revisora o administradora puede publicar.',
  cannotSetStatus: 'Solo una persona administradora puede poner el estado de una versión.',
  outsideContent: (paths: readonly string[]): string =>
    `Este cambio toca archivos fuera del contenido y no se puede aceptar: ${list(paths)}.`,
  localChanges: (paths: readonly string[]): string =>
    `No se publicó nada: en la carpeta del sitio hay cambios locales que se perderían: ${list(paths)}. Guárdalos en otro lugar y vuelve a publicar.`,
  folderBusy:
    'No se publicó nada: la carpeta del sitio está ocupada por otro proceso de git. Vuelve a intentarlo en un momento.',
  notYourComment: 'Solo quien escribió el comentario, o una persona administradora, puede cambiarlo.',
  needsApproval: 'Falta la aprobación de una revisora que no haya escrito esta versión.',
  changesRequested: 'Una revisora pidió cambios: falta que los apruebe.',
  checkPending: 'La revisión automática todavía no termina. Vuelve a intentarlo en un momento.',
  checkFailed: 'La revisión automática encontró errores. Corrígelos y guarda otra vez.',
  checkBroken:
    'La revisión automática no pudo terminar. Guarda otra vez o avisa a quien administra el sitio.',
  reportBroken: 'El resumen de los cambios no se pudo hacer. La revisión puede seguir sin él.',
  ownReview: 'No puedes aprobar tu propio cambio.',
  signInTitle: 'Entrar a la redacción',
  signInLead: 'Elige quién eres para empezar a editar.',
  signInAs: (name: string): string => `Entrar como ${name}`,
  signedIn: 'Listo. Esta ventana se cierra sola.',
  noOpener: 'Esta ventana se abre desde la redacción.',
  goToAdmin: 'Ir a la redacción',
  signInRefused: 'No se pudo entrar: la petición no viene de esta redacción.',
  unknownUser: 'No hay ninguna persona con ese nombre de usuario.',
  local: 'Esta redacción funciona en este equipo y no pide contraseña.',
  roles: { editor: 'Redacción', reviewer: 'Revisión', admin: 'Administración' } satisfies Record<
    Role,
    string
  >,
} as const;

function list(paths: readonly string[]): string {
  const shown = paths.slice(0, 5).map((path) => `«${path}»`);
  const rest = paths.length - shown.length;
  return shown.join(', ') + (rest > 0 ? ` y ${rest} más` : '');
}
