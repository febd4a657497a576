/** What both browser apps say of a pull request. */
export const messages = {
  /** What a check is called; others go by their own names. */
  checkNames: { 'gaceta/check': 'Revisión automática' } as Readonly<Record<string, string>>,
};
