/** What the desk says of what editors paste. */
export const paste = {
  comment: {
    message: 'Hay una marca invisible que dejó el pegado (un comentario de HTML).',
    hint: 'Bórrala: quien lee no debe verla.',
    done: (count: number) =>
      count === 1
        ? 'Se quitó 1 marca invisible del pegado.'
        : `Se quitaron ${String(count)} marcas invisibles del pegado.`,
  },
};
