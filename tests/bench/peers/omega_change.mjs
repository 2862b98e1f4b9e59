// Changes the first documents of Omega's input one by one: node omega_change.mjs FOLDER FILE COUNT. Prints milliseconds.

import {execFileSync} from 'node:child_process';
import {closeSync, openSync, readSync} from 'node:fs';
import {join} from 'node:path';

const [folder, file, count] = process.argv.slice(2);
const buffer = Buffer.alloc(4 << 20);
const handle = openSync(file, 'r');
const records = buffer.subarray(0, readSync(handle, buffer)).toString().split('\n\n').slice(0, Number(count));
closeSync(handle);
for (const [number, record] of records.entries()) {
  const begun = performance.now();
  execFileSync('scriptindex', ['--stemmer=none', join(folder, 'database'), join(folder, 'rules')], {input: `${record} zzmark${number}\n\n`});
  console.log(performance.now() - begun);
}
