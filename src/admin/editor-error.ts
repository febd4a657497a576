/** An error whose message is for editors: in Spanish, and it says what to do. Decap shows it as it is. */
export class EditorError extends Error {
  override readonly name = 'EditorError';

  /** Decap prints errors by turning them into text, which would put the class before the message. */
  override toString(): string {
    return this.message;
  }
}
