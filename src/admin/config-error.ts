import { messages } from './locale/messages.ts';

/** Fills the page with what to do when the admin cannot start. */
export function showConfigError(error: unknown): void {
  const { heading, remedy, retry } = messages.configFailed;
  const main = document.createElement('main');
  main.className = 'config-error';
  main.setAttribute('role', 'alert');
  const title = document.createElement('h1');
  title.textContent = heading;
  const text = document.createElement('p');
  text.textContent = remedy;
  const details = document.createElement('pre');
  details.textContent = error instanceof Error ? error.message : String(error);
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = retry;
  button.addEventListener('click', () => {
    location.reload();
  });
  main.append(title, text, details, button);
  document.body.append(main);
}
