import { frontMatter } from '../../messages/front-matter.ts';
import type { Rule } from '../../rule.ts';
import { getText } from './field-text.ts';

const { message, hint } = frontMatter.personalAddress;

/** Local parts, or parts of them, that name a task and not a person. */
const roles = new Set(
  (
    'info informacion contacto contact contactenos hola hello prensa press medios media comunicacion comunicaciones ' +
    'redaccion editor editorial editores admin administracion administrador soporte support ayuda help web webmaster ' +
    'oficina office recepcion secretaria direccion gerencia ventas servicio servicios atencion consultas consulta ' +
    'transparencia datos data noticias news boletin newsletter eventos proyectos programas voluntariado empleo ' +
    'empleos rrhh talento convocatorias convocatoria equipo team marketing mercadeo legal juridico finanzas ' +
    'contabilidad compras comunidad observatorio investigacion formacion capacitacion participa denuncias privacidad ' +
    'blog revista radio tv redes social noreply'
  ).split(' '),
);
const providers = /^(?:gmail|hotmail|outlook|live|yahoo|icloud|me|msn|aol|proton|protonmail|gmx)\./u;

/** The name of an organisation in its domain: «gaceta» of www.gaceta.org.gt. */
const toName = (host: string): string => host.replace(/^www\./u, '').split('.')[0] ?? '';

/** The address of a person in a file that everybody can read. */
export const personalAddress: Rule = {
  id: 'personal-address',
  *find(manuscript, { url }) {
    const address = getText(manuscript, 'correo')?.trim().toLowerCase();
    const [local = '', host] = address?.split('@') ?? [];
    if (address === undefined || host === undefined) return;
    const site = URL.canParse(url) ? new URL(url).hostname : '';
    const parts = local.split(/[^\p{L}]+/u);
    if (parts.some((part) => roles.has(part))) return;
    if (local === toName(host) || (site !== '' && local === toName(site))) return;
    const domain = providers.test(host) ? site.replace(/^www\./u, '') : host;
    yield { severity: 'warning', path: ['correo'], message: message(address), hint: hint(`info@${domain}`) };
  },
};
