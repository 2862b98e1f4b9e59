// Indexes of the judged documents, ours and the peer's. They are kept beside the build under a name made of what they were
// made from, so that work on the query side does not index again.

import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync} from 'node:fs';
import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {build, reindex} from '../e2e/server.mjs';

const folder = join(build, 'bench', 'relevance');
const program = join(build, 'tests', 'bench_plain_xapian');
const peerSource = new URL('../bench/plain_xapian.cc', import.meta.url);

/** A short name for the bytes of some files. */
function nameOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** The folder of this kind for these documents; made, and older ones of the same documents taken away, if it is not there. */
async function kept(kind, docs, maker, make) {
  const family = `${kind}-${nameOf([docs])}-`;
  const wanted = join(folder, family + nameOf([maker]));
  if (existsSync(wanted)) return wanted;
  mkdirSync(folder, {recursive: true});
  for (const name of readdirSync(folder)) if (name.startsWith(family)) rmSync(join(folder, name), {recursive: true});
  const making = join(folder, `${family}new`);
  const begun = performance.now();
  await make(making);
  renameSync(making, wanted);
  console.error(`${kind} index of ${docs}: ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  return wanted;
}

/** Home of an archive that the real indexer made of the documents. */
export const archiveOf = (docs) =>
  kept('ours', docs, join(build, 'bin', 'vankien-indexer'), (home) => reindex(docs, home));

/** Database of the same documents as plain Xapian indexes them. */
export const plainIndexOf = (docs) =>
  kept('plain', docs, peerSource, (database) => execFileSync(program, ['index', docs, database]));

export {folder as keptFolder, program as plainProgram};
