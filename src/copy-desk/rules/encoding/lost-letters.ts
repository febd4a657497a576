/** Words that begin with Á, the rest of them; forms in -s and -mente as well. */
const afterA = new Set(
  (
    'baco caro cido cida frica gape gata gil giles gora guila lamo lbum lbumes lgebra lgido lvarez lvaro mbar mbito ' +
    'msterdam ncora ngel ngela ngeles ngulo nfora nimo nima pice rabe rbitro rbitra rbol rboles rea rido rida rtico ' +
    'rtica spero spera tomo ureo urea vido vida vila'
  ).split(' '),
);

/** Words that begin with Í. */
const afterI = new Set(
  (
    'bero bera cono dolo mpetu ndice ndico ndigo ndole nfimo nfima nfula nsula nterin ntegro ntegra ntimo ntima tem ' +
    'ñigo'
  ).split(' '),
);

/** Words that end in «í» and that another word often follows. */
const finalI = /^(?:as|aqu|ah|all|m|s|esqu|rub|man|colibr|jabal|guaran|israel|iran|marroqu|maniqu)$/u;

/** French, Italian and Catalan words that end in «à», whose second byte is a no-break space. */
const finalGrave =
  /^(?:voil|d[eé]j|l|l[aà]-b|au-del|cel|ç|del|gi|citt|sar|libert|universit|societ|verit|catal|ja)$/iu;

/** What can follow «Ã » only where the space stands for the soft hyphen of «í»: «paÃ s», «tecnologÃ as». */
const ending = /^(?:[nsz]|an|as|amos|ais)$/u;

/** What follows «í» as a word of its own. */
const functionWord =
  /^(?:al|ante|como|con|cuando|de|del|desde|el|en|entre|es|está|esta|este|fue|ha|hasta|la|las|le|les|lo|los|me|mi|mis|mismo|misma|muy|ni|no|nos|para|pero|por|que|se|sea|si|sin|sobre|son|su|sus|te|tu|un|una|y|ya)$/u;

/** Words in capitals that have an Í or an Á; with marks taken away, «Ã» in its place. */
const capitals = new Map(
  (
    'AQUÍ ASÍ AHÍ ALLÍ PAÍS PAÍSES RAÍZ MAÍZ RÍO RÍOS FRÍO ENVÍO ENVÍOS VACÍO DESAFÍO DESAFÍOS POLÍTICA POLÍTICAS ' +
    'POLÍTICO POLÍTICOS JURÍDICA JURÍDICO JURÍDICAS JURÍDICOS CÍVICA CÍVICO CÍVICAS CÍVICOS CRÍTICA CRÍTICO LÍNEA ' +
    'LÍNEAS LÍDER LÍDERES LÍMITE LÍMITES TÍTULO ARTÍCULO ARTÍCULOS MÍNIMO MÍNIMA MÍNIMOS DÍAS ESPECÍFICO VÍCTIMAS ' +
    'VÍDEO CIENTÍFICO CIENTÍFICA ' +
    'MÁS ADEMÁS ATRÁS DETRÁS JAMÁS QUIZÁS QUIZÁ ESTÁ ESTÁN ESTÁS SERÁ SERÁN HABRÁ TENDRÁ PODRÁ PODRÁN ALLÁ PANAMÁ ' +
    'BOGOTÁ PÁGINA PÁGINAS MÁXIMO MÁXIMA TRÁMITE TRÁMITES DEMOCRÁTICA DEMOCRÁTICO PRÁCTICA PRÁCTICAS PRÁCTICO ' +
    'ANÁLISIS ESTÁNDAR ESTÁNDARES VERÁS CÁMARA CÁLCULO GRÁFICA GRÁFICO FÁCIL RÁPIDO'
  )
    .split(' ')
    .map((word) => [word.replace(/[ÁÍ]/u, 'Ã'), /[ÁÍ]/u.exec(word)?.[0] ?? '']),
);

const isUpper = (character: string | undefined): boolean => /^\p{Lu}$/u.test(character ?? '');

/**
 * The letter that an «Ã» stands for whose second byte was lost: Á (81), Í (8D), í (AD) or à (A0). It is «Ã» itself
 * where the word may well be one (Portuguese in capitals: «NÃO»), and undefined where that is uncertain.
 * @param before the letters of the word before it, `after` those after it
 * @param follows the next word, where a single space comes after the «Ã»; '' otherwise
 * @param startsSentence whether the word does
 */
export function restoreLetter(
  before: string,
  after: string,
  follows: string,
  startsSentence: boolean,
): { readonly letter: string; readonly joins?: boolean } | undefined {
  if (before === '') return restoreInitial(after, startsSentence);
  const isCapital = isUpper(before.at(-1)) && (after === '' || isUpper(after[0]));
  if (isCapital) return restoreCapital(before, after);
  if (after !== '') {
    // «#DatosÃfrica»
    const isCompound = before.length > 2 && isListed(after.toLowerCase(), afterA, afterI);
    return isCompound ? undefined : { letter: 'í' };
  }
  if (finalGrave.test(before)) return undefined;
  if (follows === '' || isUpper(follows[0]) || finalI.test(before.toLowerCase())) return { letter: 'í' };
  if (ending.test(follows)) return { letter: 'í', joins: true };
  return functionWord.test(follows) ? { letter: 'í' } : undefined;
}

const isListed = (rest: string, ...lists: readonly ReadonlySet<string>[]): boolean => {
  const singular = rest.replace(/(?:mente|s)$/u, '');
  return lists.some((list) => list.has(rest) || list.has(singular));
};

function restoreInitial(after: string, startsSentence: boolean): { letter: string } | undefined {
  const rest = after.toLowerCase();
  if (rest === '') return undefined;
  // «á» keeps its second byte: what lost one is a capital.
  if (isListed(rest, afterA)) return { letter: 'Á' };
  const isCapital = startsSentence || isUpper(after[0]);
  return isListed(rest, afterI) && isCapital ? { letter: 'Í' } : undefined;
}

function restoreCapital(before: string, after: string): { letter: string } | undefined {
  const listed = capitals.get(`${before}Ã${after}`);
  if (listed !== undefined) return { letter: listed };
  if (after.startsWith('A')) return { letter: 'Í' };
  if (/^(?:OS?|ES?|S)?$|^[OE]Z/u.test(after)) return { letter: 'Ã' };
  return after.startsWith('O') ? { letter: 'Í' } : undefined;
}
