import { imageRemote } from '../../../../src/copy-desk/rules/images/image-remote.ts';
import { testRule } from '../cases.ts';
import { image } from './uploads.ts';

const remote = (address: string): string => `![Una plaza.](${address})`;

testRule(imageRemote, [
  { name: 'an upload', given: image('plaza.jpg') },
  {
    name: 'another site',
    given: remote('https://www.example.org/plaza.jpg'),
    finds: ['warning'],
    says: '(example.org)',
  },
  { name: 'a cover', given: { image: 'https://example.org/plaza.jpg' }, finds: ['warning'] },
  {
    name: 'a Figure',
    given: '<Figure image="https://example.org/a.jpg" alt="Una plaza." />',
    finds: ['warning'],
  },
  { name: 'an address without a scheme', given: remote('//example.org/plaza.jpg'), finds: ['warning'] },
  {
    name: 'LinkedIn',
    given: remote('https://media.licdn.com/dms/image/abc?e=1'),
    finds: ['error'],
    says: 'media.licdn.com',
  },
  { name: 'Facebook', given: remote('https://scontent-mia3-1.xx.fbcdn.net/v/a.jpg?oe=1'), finds: ['error'] },
  {
    name: 'a signed address',
    given: remote('https://bucket.example.org/a.jpg?X-Amz-Expires=3600'),
    finds: ['error'],
  },
  { name: 'a host that only ends alike', given: remote('https://notlicdn.com/a.jpg'), finds: ['warning'] },
  { name: 'an address that is none', given: remote('https://') },
  { name: 'a link to an image', given: '[La foto](https://media.licdn.com/a.jpg)' },
]);
