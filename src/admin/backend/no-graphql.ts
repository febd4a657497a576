/** Stands in for Decap's GraphQL client of GitHub, which weighs more than the rest of the backend. */
export default function NoGraphQL(): never {
  throw new Error('backend.use_graphql no está disponible: quítalo de la configuración.');
}
