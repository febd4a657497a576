import { typedList } from '../../../../src/copy-desk/rules/paste/typed-list.ts';
import { testRule } from '../cases.ts';

testRule(typedList, [
  {
    name: 'a plain shape before another emoji',
    given: '🔹 **💰 Finanzas**: los montos.\n\n🔹 **📚 Escuelas**: los datos.',
    becomes: '- **💰 Finanzas**: los montos.\n- **📚 Escuelas**: los datos.',
    finds: ['warning'],
  },
  { name: 'a true list', given: '* uno\n* dos\n\n1. tres' },
  {
    name: 'bullets on lines',
    given: 'Hay:\n• uno\n• dos\n\nFin.',
    becomes: 'Hay:\n\n- uno\n- dos\n\nFin.',
    finds: ['warning'],
    says: '«• uno»',
  },
  {
    name: 'one emoji with breaks',
    given: '✔️ Uno.\\\n✔️ Dos.\\\n✔️ Tres.',
    becomes: '- Uno.\n- Dos.\n- Tres.',
    finds: ['warning'],
  },
  {
    name: 'one emoji in paragraphs',
    given: '✅ **Uno**: sí.\n\n✅ Dos.\n\nFin.',
    becomes: '- **Uno**: sí.\n- Dos.\n\nFin.',
    finds: ['warning'],
  },
  {
    name: 'emoji that differ say something and stay',
    given: '🥇 Primero: 5\\\n🥈 Segundo: 3',
    becomes: '- 🥇 Primero: 5\n- 🥈 Segundo: 3',
    finds: ['warning'],
  },
  { name: 'paragraphs with different emoji are paragraphs', given: '🌟 Uno.\n\n📌 Dos.' },
  { name: 'numbers in boxes', given: '1️⃣ Uno\\\n2️⃣ Dos', becomes: '1. Uno\n2. Dos', finds: ['warning'] },
  {
    name: 'marks of Word',
    given: '·   Uno\n\no   Dos\n\n§   Tres',
    becomes: '- Uno\n- Dos\n- Tres',
    finds: ['warning'],
  },
  {
    name: 'dashes that somebody typed',
    given: '\\- Uno\n\\- Dos',
    becomes: '- Uno\n- Dos',
    finds: ['warning'],
  },
  {
    name: 'text after a break is no item',
    given: '• Uno\\\n• Dos\\\nY ya.',
    becomes: '- Uno\n- Dos\n\nY ya.',
    finds: ['warning'],
  },
  {
    name: 'a line that goes on',
    given: '• Uno que\nsigue\n• Dos',
    becomes: '- Uno que\n  sigue\n- Dos',
    finds: ['warning'],
  },
  {
    name: 'a true list with marks besides',
    given: '* ✅ Uno\n* ✅ Dos',
    becomes: '* Uno\n* Dos',
    finds: ['warning'],
  },
  { name: 'a true list with emoji that differ', given: '* 🔓 Uno\n* 📄 Dos' },
  { name: 'a single mark', given: '• Uno\n\nDos' },
  {
    name: 'a conjunction, a dialogue and a section',
    given: 'o bien\no no\n\n—Hola\n—Adiós\n\n§ 12 Ley\n§ 13 Ley',
  },
]);
