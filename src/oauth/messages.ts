import type { RefusalKind } from './refusal.ts';

interface Text {
  readonly title: string;
  /** What went wrong. */
  readonly reason: string;
  /** What to do. */
  readonly remedy: string;
  /** What the button does: try again, with another account, or nothing (no button). */
  readonly retry?: 'again' | 'other-account';
}

const retryHere = 'Pulsa «Intentar otra vez».';
const tellMaintainer = 'Avisa a quien mantiene el sitio y dile lo que dice esta página.';

const refusals: Readonly<Record<RefusalKind, Text>> = {
  request: {
    title: 'Esta dirección no está completa',
    reason: 'A esta página se llega desde la redacción, con el botón «Entrar con GitHub».',
    remedy: 'Cierra esta ventana y entra desde la redacción.',
  },
  host: {
    title: 'Esta no es la dirección de la redacción',
    reason: 'Este servidor contesta también con otro nombre, y desde ahí no se puede entrar.',
    remedy:
      'Cierra esta ventana y entra desde la redacción. Si vuelve a pasar, avisa a quien mantiene el sitio.',
  },
  path: {
    title: 'Aquí no hay nada',
    reason: 'La dirección no existe.',
    remedy: 'Cierra esta ventana y entra desde la redacción.',
  },
  method: {
    title: 'Así no se puede entrar',
    reason: 'El navegador pidió esta página de una forma que no se usa para entrar.',
    remedy: 'Cierra esta ventana y entra desde la redacción.',
  },
  limit: {
    title: 'Demasiados intentos',
    reason: 'Desde esta conexión se intentó entrar muchas veces en pocos minutos.',
    remedy: 'Espera diez minutos y vuelve a intentarlo.',
  },
  'no-cookie': {
    title: 'No se pudo entrar',
    reason:
      'Tu navegador no guardó la señal con la que se reconoce a quien empezó a entrar. Pasa cuando bloquea las cookies, cuando se abre una dirección copiada o cuando la ventana quedó abierta mucho tiempo.',
    remedy: `${retryHere} Si vuelve a pasar, permite las cookies de esta página.`,
    retry: 'again',
  },
  expired: {
    title: 'Pasó demasiado tiempo',
    reason: 'Entre abrir esta ventana y terminar en GitHub pasaron más de diez minutos.',
    remedy: retryHere,
    retry: 'again',
  },
  state: {
    title: 'No se pudo entrar',
    reason:
      'La respuesta de GitHub no corresponde a lo que pidió esta ventana. Quizá empezaste a entrar en dos ventanas a la vez.',
    remedy: `Cierra las demás ventanas para entrar. ${retryHere} Si llegaste aquí por un enlace que te mandaron, no lo uses.`,
    retry: 'again',
  },
  used: {
    title: 'Este intento ya se usó',
    reason:
      'La página se abrió por segunda vez: quizá volviste atrás o la recargaste. Cada intento sirve una sola vez.',
    remedy: retryHere,
    retry: 'again',
  },
  denied: {
    title: 'No diste el permiso',
    reason: 'En GitHub se canceló el permiso para editar este sitio. No se cambió nada.',
    remedy: `${retryHere} En GitHub, pulsa el botón verde «Authorize».`,
    retry: 'again',
  },
  code: {
    title: 'El permiso de GitHub ya no sirve',
    reason: 'GitHub dice que el permiso ya se usó o que venció.',
    remedy: retryHere,
    retry: 'again',
  },
  email: {
    title: 'Falta confirmar tu correo en GitHub',
    reason: 'GitHub no deja entrar en otros sitios hasta que confirmas tu dirección de correo.',
    remedy: `Busca el correo de GitHub, ábrelo y confirma. Después vuelve aquí. ${retryHere}`,
    retry: 'again',
  },
  settings: {
    title: 'La entrada está mal configurada',
    reason:
      'GitHub no reconoce a este sitio: sus datos de acceso no son los que GitHub conoce. No es culpa tuya.',
    remedy: tellMaintainer,
  },
  github: {
    title: 'GitHub contestó con un error',
    reason: 'GitHub no completó la entrada.',
    remedy: `Espera un minuto. ${retryHere} Si sigue igual, mira githubstatus.com o avisa a quien mantiene el sitio.`,
    retry: 'again',
  },
  unreachable: {
    title: 'No se pudo hablar con GitHub',
    reason: 'El servidor de la redacción no pudo conectarse con GitHub.',
    remedy: `Espera un minuto. ${retryHere} Si sigue igual, avisa a quien mantiene el sitio.`,
    retry: 'again',
  },
  slow: {
    title: 'GitHub tarda demasiado',
    reason: 'GitHub no contestó a tiempo.',
    remedy: `Espera un minuto. ${retryHere}`,
    retry: 'again',
  },
  organisation: {
    title: 'No se pudo ver si eres del equipo',
    reason: 'La organización de GitHub no deja que este sitio vea quién es parte de ella.',
    remedy:
      'Pide a quien administra la organización que apruebe esta aplicación (en GitHub: Third-party access) y que te invite. Después vuelve a intentarlo.',
    retry: 'again',
  },
  'not-member': {
    title: 'Tu cuenta no está en la lista',
    reason:
      'En este sitio entran solo las personas de su equipo, y la cuenta de GitHub con la que entraste no es una de ellas.',
    remedy:
      'Si tienes otra cuenta, entra con esa. Si no, pide a quien mantiene el sitio que te agregue, y acepta la invitación que GitHub te manda por correo.',
    retry: 'other-account',
  },
};

/** What the sign-in window says. */
export const messages = {
  refusals,
  retries: { again: 'Intentar otra vez', 'other-account': 'Entrar con otra cuenta' },
  toNewsroom: 'Ir a la redacción',
  enteredAs: (login: string) => `Entraste como «${login}».`,
  safe: 'Si estabas escribiendo, tu texto sigue en la otra ventana.',
  forHelp: 'Para pedir ayuda, da este código:',
  signedIn: {
    title: 'GitHub te reconoció',
    text: 'Esta ventana se cierra sola.',
    noOpener:
      'Pero esta ventana ya no está unida a la redacción, y por eso no puede dejarte entrar. Ciérrala y entra otra vez desde la redacción.',
    noAnswer:
      'Pero la redacción no contesta. Cierra esta ventana y entra otra vez desde la redacción; si la recargaste mientras tanto, basta con volver a pulsar «Entrar con GitHub».',
    noScript: 'Para entrar, el navegador tiene que permitir JavaScript en esta página.',
  },
} as const;
