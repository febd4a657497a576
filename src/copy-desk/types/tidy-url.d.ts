declare module 'tidy-url/data/rules.js' {
  /** What tidy-url knows of a site: parameters of its addresses that only track. */
  const rules: readonly { readonly name: string; readonly rules?: readonly string[] }[];
  export default rules;
}
