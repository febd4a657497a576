/** What the preview answers when it shows no page. */
export const messages = {
  elsewhere: 'La vista previa solo responde a la redacción de este mismo sitio.',
  noJson: 'La vista previa no entendió lo que recibió. Vuelve a cargar la página.',
  tooLarge: 'El texto es demasiado largo para la vista previa: puede tener hasta 512 KB.',
  tooMuch: 'La vista previa está ocupada. Espera unos segundos.',
  late: 'La vista previa tardó demasiado con este texto. Guárdalo y míralo por partes.',
  failed: 'La vista previa falló. Tu texto no cambió; vuelve a intentarlo.',
} as const;
