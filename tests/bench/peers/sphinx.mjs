// Sphinx: index alone; its searches go through the protocol of MySQL, whose client is not ours to bring.

import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fold} from './documents.mjs';
import {bytesBelow, missingProgram} from './engines.mjs';

// Letters and what they count as: marks are taken off by this table.
const letters = [...Array(0x250).keys(), ...Array.from({length: 0x100}, (_, at) => 0x1e00 + at)].map((code) => String.fromCodePoint(code)).filter((letter) => letter > '\x7f' && /\p{L}/u.test(letter));
const name = (letter) => `U+${letter.codePointAt(0).toString(16)}`;
const charset = ['0..9', 'A..Z->a..z', 'a..z', ...letters.filter((letter) => [...fold(letter)].length === 1).map((letter) => (fold(letter) === letter ? name(letter) : `${name(letter)}->${name(fold(letter))}`))];

// In the order of the columns of `tsv` (documents.mjs).
const attributes = ['title', 'symbol', 'type', 'issuer', 'year', 'month', 'level'];

const config = (folder, file) => `source documents {
  type = tsvpipe
  tsvpipe_command = cat ${file}
  tsvpipe_field = text
${attributes.map((attribute) => `  tsvpipe_attr_${/year|month/.test(attribute) ? 'uint' : 'string'} = ${attribute}\n`).join('')}}
index documents {
  source = documents
  path = ${join(folder, 'documents')}
  min_word_len = 1
  charset_table = ${charset.join(', \\\n    ')}
}
indexer {
  mem_limit = 1024M
}
`;

export default {
  name: 'sphinx',
  missing: () => missingProgram('indextool', 'sphinxsearch'), // its `indexer` has a name that others have too
  async index(documents, folder) {
    const file = join(folder, 'config');
    writeFileSync(file, config(folder, await documents.as('tsv')));
    return [['indexer', '--config', file, '--quiet', 'documents']];
  },
  bytes: (folder) => bytesBelow(folder, 'config'),
};
