/** What editors and reviewers read of pages that are rendered on demand. */
export const messages = {
  staleContext: 'El sitio cambió desde que abriste esta página. Vuelve a cargarla para ver la vista previa.',
  wrong: (place: string) =>
    `La vista previa no entendió lo que recibió (${place || 'la petición'}). Vuelve a cargar la página.`,
  tooDeep: 'Este texto tiene demasiadas citas, listas o enlaces uno dentro de otro: no se puede mostrar.',
  brokenBlock: (message: string) => `Falta algo aquí. ${message}`,
} as const;
