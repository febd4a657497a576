import type { Desk } from './desk.ts';
import type { Pull } from './pulls.ts';

/** Closes a pull request and deletes its branch; the pull request keeps the commits, on GitHub. */
export async function discardPull({ repository, pulls }: Desk, { number, head }: Pull): Promise<void> {
  await pulls.close(number);
  await repository.deleteBranch(head.ref, head.sha);
}
