declare module '*?script' {
  /** The text of a script, ready to stand in a page. */
  const text: string;
  export default text;
}
