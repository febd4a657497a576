/** What both browser apps say of a pull request. */
export const messages = {
  /** What a check is called; others go by their own names. */
  checkNames: { 'gaceta/check': 'Revisión automática' } as Readonly<Record<string, string>>,
  /** What stands between a pull request and the site. */
  obstacles: {
    failed: (name: string) => `${name}: encontró errores.`,
    pending: (name: string) => `${name}: todavía no termina.`,
    changes: (name: string) => `${name} pidió cambios.`,
    approvals: (count: number) =>
      count === 1
        ? 'Falta la aprobación de una revisora.'
        : `Faltan las aprobaciones de ${String(count)} revisoras.`,
    unknown: 'Se está comprobando si se puede publicar.',
  },
  preview: {
    unavailable: 'En este servidor no se puede ver la página tal como la verán los lectores.',
    offline: 'No hay conexión con el servidor. La página se pondrá al día cuando vuelva.',
    failed: (status: number) =>
      `El servidor no pudo preparar la página (${String(status)}). Se vuelve a intentar en un momento.`,
  },
};
