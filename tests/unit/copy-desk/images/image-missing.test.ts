import { imageMissing } from '../../../../src/copy-desk/rules/images/image-missing.ts';
import { testRule } from '../cases.ts';
import { image, withUploads } from './uploads.ts';

const site = withUploads({ 'año nuevo.jpg': { bytes: 1, format: 'jpeg' }, 'acta.pdf': { bytes: 1 } });

testRule(imageMissing, [
  {
    name: 'files that are there',
    given: `${image('presupuesto.jpg')}\n\n<Download file="/assets/images/posts/acta.pdf" label="Acta" />`,
    site,
  },
  { name: 'nothing is known of the site', given: image('otra.jpg') },
  { name: 'a name that is encoded', given: image('a%C3%B1o%20nuevo.jpg'), site },
  {
    name: 'a cover that is not there',
    given: { image: '/assets/images/posts/otra.jpg' },
    finds: ['error'],
    site,
    says: 'La imagen «otra.jpg» no existe.',
  },
  { name: 'another case', given: image('Presupuesto.jpg'), finds: ['error'], site },
  {
    name: 'an image of the body with an old path',
    given: '![Una plaza.](/uploads/plaza.jpg)',
    finds: ['error'],
    site,
  },
  {
    name: 'a Figure',
    given: '<Figure image="/assets/images/posts/x.jpg" alt="Una plaza." />',
    finds: ['error'],
    site,
  },
  {
    name: 'a file to download',
    given: '<Download file="/assets/images/posts/x.pdf" label="Acta" />',
    finds: ['error'],
    site,
    says: 'El archivo «x.pdf» no existe.',
  },
  { name: 'a field that the schema refuses', given: { image: 'foto.jpg' }, site },
  { name: 'an image on another site', given: '![Una plaza.](https://example.org/plaza.jpg)', site },
]);
