/** What both browser apps say of a pull request. */
export const messages = {
  /** What a check is called; others go by their own names. */
  checkNames: { 'gaceta/check': 'Revisión automática' } as Readonly<Record<string, string>>,
  preview: {
    unavailable: 'En este servidor no se puede ver la página tal como la verán los lectores.',
    offline: 'No hay conexión con el servidor: la página que ves es la última que se pudo preparar.',
    failed: (status: number) =>
      `El servidor no pudo preparar la página (${String(status)}). Lo intentará de nuevo con el próximo cambio.`,
  },
};
