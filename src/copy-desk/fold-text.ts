/** A text without case and accents, to compare by: «Ética» and «etica» are one tag. */
export const foldText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
