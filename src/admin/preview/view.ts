import { z } from 'zod';

/** Widths of the page's window in CSS pixels: the phone of most readers, and a laptop. */
export const widths = { phone: 375, desktop: 1280 } as const;

const viewSchema = z.object({
  shows: z.enum(['phone', 'desktop', 'card']),
  theme: z.enum(['light', 'dark']),
});

/** What somebody chose to see beside the form. */
export type View = z.output<typeof viewSchema>;

const key = 'gaceta-preview';

/** What was chosen last on this device. */
export function loadView(): View {
  const { data } = viewSchema.safeParse(toJson(localStorage.getItem(key)));
  return data ?? { shows: 'phone', theme: 'light' };
}

export const storeView = (view: View): void => {
  localStorage.setItem(key, JSON.stringify(view));
};

function toJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
