// The engines of a run. Each is one file, which says
//   name          column in the tables, and for --peers
//   missing()     what installs it, if it is not there
//   index(documents, folder)     → commands that build an index in an empty folder, one after the other
//   bytes(folder)                → of the index, stored texts apart
//   ask(folder)                  → command that answers questions line by line (peer.h), if it can be asked in process
//   form          what it reads, of documents.mjs
//   change(folder, file, count)  → command that prints the milliseconds of each change of that file's first documents
//   serve(folder, undo)          → {port, pid, key, target(question) → [target, body]}, if it has an HTTP server

import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';

const build = process.env.VANKIEN_BUILD;

export const program = (name) => join(build, 'tests', `bench_peer_${name}`);
export const npmFolder = join(build, 'bench', 'npm');

/** Bytes on disk of all files below a folder but those of these names; holes in a file are none. */
export function bytesBelow(folder, ...without) {
  let bytes = 0;
  for (const name of readdirSync(folder, {recursive: true})) {
    const file = statSync(join(folder, name));
    if (file.isFile() && !without.includes(name.split('/').at(-1))) bytes += Math.min(file.size, file.blocks * 512);
  }
  return bytes;
}

/** What installs a program that is not there. */
export function missingProgram(name, packages) {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`], {stdio: 'ignore'});
    return undefined;
  } catch {
    return `apt-get install ${packages}`;
  }
}

/** An engine whose program is one of ours, built over its library. */
export const builtPeer = (name, packages, form, more = {}) => ({
  name,
  missing: () => (existsSync(program(name)) ? undefined : `apt-get install ${packages}`),
  index: async (documents, folder) => [[program(name), 'index', folder, await documents.as(form)]],
  bytes: (folder) => bytesBelow(folder),
  ask: (folder) => [program(name), 'ask', folder],
  form,
  change: (folder, file, count) => [program(name), 'change', folder, file, String(count)],
  ...more,
});

export async function allEngines() {
  const names = ['vankien', 'omega', 'xapian', 'lucene', 'tantivy', 'fts5', 'groonga', 'sphinx'];
  return Promise.all(names.map(async (name) => (await import(`./${name}.mjs`)).default));
}
