// Xapian Omega's scriptindex with its defaults but for the stemmer, fed texts without marks, which it cannot take off.

import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {bytesBelow, missingProgram} from './engines.mjs';

const script = `id : unique=Q boolean=Q
title : field
symbol : field
type : boolean=XA value=0
issuer : boolean=XB value=1
year : boolean=XC value=2
month : boolean=XD value=3
level : boolean=XE value=4
text : index
`;

export default {
  name: 'omega',
  missing: () => missingProgram('scriptindex', 'xapian-omega'),
  form: 'omega',
  async index(documents, folder) {
    const rules = join(folder, 'rules');
    writeFileSync(rules, script);
    return [['scriptindex', '--stemmer=none', join(folder, 'database'), rules, await documents.as('omega')]];
  },
  bytes: (folder) => bytesBelow(join(folder, 'database'), 'docdata.glass'),
  // A process a change, as Omega is used; commits before it ends.
  change: (folder, file, count) => ['node', new URL('omega_change.mjs', import.meta.url).pathname, folder, file, String(count)],
};
