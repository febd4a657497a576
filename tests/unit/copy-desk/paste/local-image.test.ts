import { localImage } from '../../../../src/copy-desk/rules/paste/local-image.ts';
import { testRule } from '../cases.ts';

testRule(localImage, [
  { name: 'an uploaded image', given: '![Algo](/assets/images/posts/a.jpg)' },
  { name: 'a file', given: '![Algo](file:///C:/Temp/a.jpg)', finds: ['error'], says: '«Algo»' },
  {
    name: 'one of the browser, without text',
    given: 'Uno ![](blob:https://example.org/1)',
    finds: ['error'],
    says: 'blob:',
  },
  { name: 'one of a message', given: '![x](cid:1)', finds: ['error'] },
  { name: 'a link', given: '[Algo](file:///C:/a.pdf)' },
  { name: 'code', given: '`![x](file:///a.jpg)`' },
]);
