/**
 * Stands in for the parts of Decap and its packages that nothing here uses and that weigh a third of the
 * bundle: build.ts says which. Only what their importers touch at load time does anything.
 */

/** Any of the parts that are left out, called or constructed. */
function LeftOut(): never {
  throw new Error('Esta función de Decap no está instalada en esta redacción.');
}

export default LeftOut;
export { LeftOut as ApolloClient, LeftOut as InMemoryCache, LeftOut as createHttpLink };
export { LeftOut as setContext, LeftOut as renderToString };
export { LeftOut as FrontmatterInfer, LeftOut as frontmatterJSON };
export { LeftOut as frontmatterTOML, LeftOut as frontmatterYAML };

/** GitLab's queries are template literals, evaluated when their module loads. */
export const gql = (): null => null;
