import { personalAddress } from '../../../../src/copy-desk/rules/front-matter/personal-address.ts';
import { testRule } from '../cases.ts';

testRule(personalAddress, [
  { name: 'none', given: {} },
  { name: 'a task', given: { correo: 'info@example.org' } },
  { name: 'a task and more', given: { correo: 'Prensa.GT@example.org' } },
  { name: 'the organisation', given: { correo: 'gaceta@gmail.com' } },
  {
    name: 'a first name',
    given: { correo: 'lucia@example.org' },
    finds: ['warning'],
    says: 'como info@example.org.',
  },
  {
    name: 'an initial and a name',
    given: { correo: 'lmendez@example.org' },
    finds: ['warning'],
    says: 'repositorio público',
  },
  {
    name: 'a private one',
    given: { correo: 'ana.mendez84@gmail.com' },
    finds: ['warning'],
    says: 'info@gaceta.example.org',
  },
  { name: 'no address, which the schema reports', given: { correo: 'Lucía' } },
]);
