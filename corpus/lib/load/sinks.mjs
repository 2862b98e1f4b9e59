// Where generated records go: one file of lines, or one file a record. Both hold back the
// generator when the disk is slower, so that memory stays bounded whatever the archive's size.
import { once } from 'node:events';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

const CHUNK = 1 << 20;
const PER_FOLDER = 1000;

export class LineFile {
  #lines = [];
  #length = 0;
  #head;
  #file;
  bytes = 0; // before compression

  constructor(path) {
    this.#file = createWriteStream(path);
    this.#head = path.endsWith('.gz') ? createGzip({ level: 1 }) : this.#file;
    if (this.#head !== this.#file) this.#head.pipe(this.#file);
    this.#file.on('error', (error) => {
      console.error(`${path}: ${error.message}`); // a full disk, a missing folder: half a file is of no use
      process.exit(1);
    });
  }

  async write(record) {
    const line = `${JSON.stringify(record)}\n`;
    this.#lines.push(line);
    this.#length += line.length;
    if (this.#length >= CHUNK) await this.#flush();
  }

  async close() {
    await this.#flush();
    this.#head.end();
    await finished(this.#file);
  }

  async #flush() {
    const chunk = Buffer.from(this.#lines.join(''));
    this.bytes += chunk.length;
    this.#lines = [];
    this.#length = 0;
    if (!this.#head.write(chunk)) await once(this.#head, 'drain');
  }
}

// DIR/000/vb-1-0000001.txt … DIR/001/vb-1-0001001.txt …: folders that a file manager can still open
export class TextFiles {
  #folder;
  #count = 0;
  #current;
  bytes = 0;

  constructor(folder) {
    this.#folder = folder;
  }

  write({ id, body }) {
    if (this.#count % PER_FOLDER === 0) {
      this.#current = join(this.#folder, String(this.#count / PER_FOLDER).padStart(3, '0'));
      mkdirSync(this.#current, { recursive: true });
    }
    const content = Buffer.from(body);
    writeFileSync(join(this.#current, `${id}.txt`), content);
    this.bytes += content.length;
    this.#count++;
  }

  close() {}
}
