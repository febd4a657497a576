/** Markup that is safe to show: every value put into it was escaped. */
export interface Html {
  readonly markup: string;
}

const characters: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' };

const toMarkup = (value: string | Html | undefined): string =>
  typeof value === 'object'
    ? value.markup
    : (value ?? '').replace(/[&<>"]/gu, (character) => `&${String(characters[character])};`);

/** Template of markup: escapes what it is given, but for what is markup already. Undefined is nothing. */
export function markup(parts: TemplateStringsArray, ...values: (string | Html | undefined)[]): Html {
  return { markup: parts.reduce((all, part, index) => all + toMarkup(values[index - 1]) + part) };
}
