import { writeFile } from 'node:fs/promises';
import { openNewsroomAt } from './newsroom.ts';
import { createRepositoryAt } from '../../support/repository.ts';

// Publishes one pull request: node publishing-child.ts <repository> <number> <file to make when it begins>
const [path = '', number = '', armed = ''] = process.argv.slice(2);
const newsroom = await openNewsroomAt(createRepositoryAt(path));
const reviewer = await newsroom.signIn('beto');
await writeFile(armed, '');
const { status } = await reviewer('PUT', `./pulls/${number}/merge`, {});
process.exitCode = status === 200 ? 0 : 1;
await newsroom.forge.close();
await newsroom.repository.close();
