import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { type Address, findAddresses, isBelow, toHost } from '../../address.ts';
import { toRange } from '../../body.ts';
import { foldText } from '../../fold-text.ts';
import { links } from '../../messages/links.ts';
import type { Problem, Rule } from '../../rule.ts';
import { isSchemeless } from './known-domain.ts';
import { unwrapAddress } from './redirect.ts';

const messages = links.text;

/** Link texts that do not say where the link leads (WCAG 2.2, 2.4.4 Link Purpose), or that say something else. */
export const linkText: Rule = {
  id: 'link-text',
  *find(manuscript) {
    const { body } = manuscript;
    for (const address of findAddresses(manuscript)) {
      if (address.kind === 'link') yield* checkText(address);
    }
    if (!body.includes(']:')) return;
    const problems: Problem[] = [];
    visit(manuscript.tree, 'linkReference', (node) => {
      const text = toString(node).trim();
      if (isVague(text)) problems.push(reportVague(text, toRange(node).start));
    });
    yield* problems;
  },
};

const path = ['body'];
const reportVague = (text: string, start: number): Problem => ({
  severity: 'warning',
  path,
  start,
  message: messages.vague(text),
  hint: messages.vagueHint,
});

const verb =
  '(?:(?:haz|haga|hace|hacer|hagan|da|de|dar|dale|den) )?(?:clic|click)|ver|vea|ve|lee|lea|leer|leelo|entra|entre|ingresa|ingrese|consulta|consulte|consultalo|descarga|descargalo|visita|conoce|conocelo|descubre|mira|miralo|encuentralo';
const here =
  '(?:en )?(?:el )?(?:aqui|aca|ahi|alli|(?:este|el|siguiente|el siguiente) (?:enlace|link|vinculo))';
const more =
  '(?:(?:ver|vea|lee|lea|leer|saber|conoce|conocer|para|para mas) )?mas(?: (?:info|informacion|detalles))?';
const vague = new RegExp(
  `^(?:(?:${more}|${verb}) )?${here}$|^${more}$|^(?:${verb})$|^(?:enlace|link|vinculo|url|sitio|web|pagina|documento|here|click here|read more|more|this link)$`,
  'u',
);

/** Is this a text that fits any link? */
function isVague(text: string): boolean {
  if (text.length > 40) return false;
  const plain = foldText(text);
  return vague.test(plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim());
}

function* checkText({ link, url }: Address): Generator<Problem> {
  if (link === undefined || link.children.some(({ type }) => type === 'image')) return;
  const text = toString(link).trim();
  const { start } = toRange(link);
  if (isVague(text)) yield reportVague(text, start);
  if (!/^(?:https?:\/\/|www\.)\S+$/iu.test(text) && !isSchemeless(text)) return;
  const address = /^https?:/iu.test(text) ? text : `https://${text}`;
  const shown = toHost(unwrapAddress(address) ?? address) ?? '';
  const host = toHost(unwrapAddress(url) ?? url);
  if (host !== undefined && !isBelow(host, shown) && !isBelow(shown, host)) {
    const { other, otherHint: hint } = messages;
    yield { severity: 'error', path, start, message: other(text, host), hint };
  } else if (/[/?=]./u.test(text.replace(/^https?:\/\//iu, ''))) {
    const { addressHint: hint } = messages;
    yield { severity: 'warning', path, start, message: messages.address(text), hint };
  }
}
