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
export { LeftOut as FrontmatterInfer, LeftOut as renderToString, LeftOut as setContext };

/** Called whenever a format is looked up, ours too; GitLab's queries when their module loads. */
const nothing = (): undefined => undefined;

export { nothing as frontmatterJSON, nothing as frontmatterTOML, nothing as frontmatterYAML, nothing as gql };
