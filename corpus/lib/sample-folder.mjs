// The folder of made files, with a memory of what each was made from. The memory (made.json) is
// kept outside the sample, which must hold nothing that an archive would not hold.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from './chance.mjs';

export const sidecars = (file) => ({ expect: `${file}.expect.json`, meta: `${file}.meta.json` });

export class SampleFolder {
  #root;
  #memory;
  #earlier;
  #made = new Map(); // file → hash of its source, in this run
  written = [];
  removed = [];

  constructor(root, memory) {
    this.#root = root;
    this.#memory = memory;
    this.#earlier = existsSync(memory) ? JSON.parse(readFileSync(memory, 'utf8')) : {};
  }

  // A file made from this very source need not be made again: an office paper costs a second.
  isMade(file, source) {
    if (this.#earlier[file] !== sha256(source) || !existsSync(join(this.#root, file))) return false;
    this.#made.set(file, sha256(source));
    return true;
  }

  put(file, content, source = content) {
    this.#made.set(file, sha256(source));
    const path = join(this.#root, file);
    if (existsSync(path) && readFileSync(path).equals(Buffer.from(content))) return;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    this.written.push(file);
  }

  putJson(file, value) {
    this.put(file, `${JSON.stringify(value, null, 2)}\n`);
  }

  // With `complete`, files of manuscripts that are gone or renamed go too; not while one is broken.
  finish({ complete }) {
    const memory = complete ? {} : { ...this.#earlier };
    for (const file of complete ? Object.keys(this.#earlier) : []) {
      if (this.#made.has(file)) continue;
      rmSync(join(this.#root, file), { force: true });
      this.removed.push(file);
    }
    for (const [file, hash] of this.#made) memory[file] = hash;
    const sorted = Object.fromEntries(Object.entries(memory).sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(this.#memory, `${JSON.stringify(sorted, null, 1)}\n`);
  }
}
