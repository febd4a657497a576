/** What pages ask about derived images. Making them is derive-variant.ts, publishing them integration.ts. */
export { type Original, planVariants, type Variant, type VariantPlan } from './variants.ts';
