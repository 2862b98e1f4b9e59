// What a power cut may leave of a folder a program was writing to, from the record that strace keeps of its calls.
//
// A disk keeps what was synced, and of the rest what it likes: of a file any of the writes since its last fsync, of a
// folder the names that came and went up to some moment since its own. So nothing is assumed that POSIX does not say: a
// file that was synced under a name that was not is lost with that name.
//
//   const disk = new Disk(home);                                    // all of this is on disk
//   record('strace.log', [indexer, 'update', …]);                   // runs it
//   for (const call of readCalls('strace.log')) { disk.play(call); disk.leave(folder, choose); }

import {spawnSync} from 'node:child_process';
import {linkSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';

const traced =
  'openat,open,creat,write,pwrite64,writev,pwritev,lseek,ftruncate,truncate,fallocate,fsync,fdatasync,rename,renameat,renameat2,' +
  'link,linkat,symlink,symlinkat,unlink,unlinkat,rmdir,mkdir,mkdirat,sendfile,copy_file_range';

/** Runs a program and writes down its calls; what spawnSync tells of its end. */
export function record(log, [program, ...words]) {
  return spawnSync('strace', ['-f', '-qq', '-y', '-xx', '-s', '100000000', '-e', 'signal=none', '-e', `trace=${traced}`, '-o', log, program, ...words],
    {encoding: 'utf8', maxBuffer: 1 << 28});
}

const text = (hex) => Buffer.from(hex.replaceAll('\\x', ''), 'hex');

/** The calls of a record that succeeded, in the order in which they ended: {name, words, result}. */
export function readCalls(log) {
  const open = new Map();
  const calls = [];
  for (const line of readFileSync(log, 'latin1').split('\n')) {
    const [, pid, rest] = /^(\d+) +(.*)$/s.exec(line) ?? [];
    if (!pid || rest.startsWith('+++')) continue;
    let whole = rest;
    if (rest.endsWith('<unfinished ...>')) {
      open.set(pid, rest.slice(0, -'<unfinished ...>'.length).trimEnd());
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/s.exec(rest);
    if (resumed) {
      whole = open.get(pid) + resumed[1];
      open.delete(pid);
    }
    const [, name, words, result] = /^(\w+)\((.*)\) += (-?\d+)/s.exec(whole) ?? [];
    if (!name) throw new Error(`a call that cannot be read: ${whole.slice(0, 200)}`);
    if (Number(result) >= 0) calls.push({name, words, result: Number(result), opened: /= \d+<((?:\\x..)*)>/.exec(whole)?.[1]});
  }
  return calls;
}

class File {
  constructor(content) {
    this.synced = content; // on disk
    this.pending = []; // since: {at, bytes} or {length}
  }
  content(changes = this.pending) {
    let now = Buffer.from(this.synced);
    for (const {at, bytes, length} of changes) {
      const size = length ?? Math.max(now.length, at + bytes.length);
      if (size !== now.length) now = size < now.length ? now.subarray(0, size) : Buffer.concat([now, Buffer.alloc(size - now.length)]);
      if (bytes) bytes.copy(now, at);
    }
    return now;
  }
  sync() {
    this.synced = this.content();
    this.pending = [];
  }
}

class Folder {
  constructor() {
    this.synced = new Map(); // name → File | Folder
    this.pending = []; // {name, node}, node null: gone; two of a rename are one step
  }
  names(steps = this.pending) {
    const now = new Map(this.synced);
    for (const step of steps) for (const [name, node] of step) node ? now.set(name, node) : now.delete(name);
    return now;
  }
  sync() {
    this.synced = this.names();
    this.pending = [];
  }
}

export class Disk {
  /** As it is now, all of it synced. */
  constructor(folder) {
    this.root = resolve(folder);
    this.places = new Map(); // path → where the next write() of whoever has it open goes
    this.tree = this.#read(this.root, new Map());
  }

  #read(path, inodes) {
    const folder = new Folder();
    for (const entry of readdirSync(path, {withFileTypes: true})) {
      const here = join(path, entry.name);
      const inode = statSync(here).ino;
      if (!entry.isDirectory() && !inodes.has(inode)) inodes.set(inode, new File(readFileSync(here)));
      folder.synced.set(entry.name, entry.isDirectory() ? this.#read(here, inodes) : inodes.get(inode));
    }
    return folder;
  }

  #find(path) {
    if (path === this.root) return this.tree;
    if (!path.startsWith(this.root + '/')) return undefined;
    let node = this.tree;
    for (const name of path.slice(this.root.length + 1).split('/')) {
      if (!(node instanceof Folder)) return undefined;
      node = node.names().get(name);
    }
    return node;
  }

  #step(...changes) {
    // Names in one folder change together; in two they are two steps.
    const steps = new Map();
    for (const [path, node] of changes) {
      const folder = this.#find(dirname(path));
      if (!folder) continue;
      if (!steps.has(folder)) steps.set(folder, []);
      steps.get(folder).push([path.slice(dirname(path).length + 1), node]);
    }
    for (const [folder, step] of steps) folder.pending.push(step);
  }

  #change(path, change) {
    this.#find(path)?.pending?.push(change);
  }

  /** True if the call changed, or synced, anything. */
  play({name, words, result, opened}) {
    const quoted = [...words.matchAll(/"((?:\\x..)*)"/g)].map(([, hex]) => text(hex));
    const handles = [...words.matchAll(/(?:\d+|AT_FDCWD)<((?:\\x..)*)>(\(deleted\))?/g)].map(([, hex, gone]) => (gone ? '' : text(hex).toString()));
    const mine = (path) => path === this.root || path?.startsWith(this.root + '/');
    const at = (i) => resolve(handles[i] ?? '/', quoted[i].toString());
    const numbers = words.replace(/"[^"]*"|<[^>]*>/g, '').split(',').map((word) => Number(word));
    const file = handles[0];
    switch (name) {
      case 'openat':
      case 'open':
      case 'creat': {
        const path = opened ? text(opened).toString() : '';
        if (!mine(path) || !/O_WRONLY|O_RDWR|O_CREAT/.test(words)) return false;
        const there = this.#find(path);
        if (!there) this.#step([path, new File(Buffer.alloc(0))]);
        else if (/O_TRUNC/.test(words) && there.content().length > 0) this.#change(path, {length: 0});
        this.places.set(path, 0);
        return true;
      }
      case 'lseek':
        if (mine(file)) this.places.set(file, result);
        return false;
      case 'write': {
        if (!mine(file)) return false;
        const place = this.places.get(file) ?? 0;
        this.#change(file, {at: place, bytes: quoted[0].subarray(0, result)});
        this.places.set(file, place + result);
        return true;
      }
      case 'writev': {
        if (!mine(file)) return false;
        const place = this.places.get(file) ?? 0;
        this.#change(file, {at: place, bytes: Buffer.concat(quoted).subarray(0, result)});
        this.places.set(file, place + result);
        return true;
      }
      case 'pwrite64':
        if (!mine(file)) return false;
        this.#change(file, {at: numbers.at(-1), bytes: quoted[0].subarray(0, result)});
        return true;
      case 'sendfile': {
        if (!mine(file) || result === 0) return false;
        const place = this.places.get(file) ?? 0;
        const from = this.#find(handles[1])?.content() ?? readFileSync(handles[1]);
        this.#change(file, {at: place, bytes: Buffer.from(from.subarray(place, place + result))});
        this.places.set(file, place + result);
        return true;
      }
      case 'ftruncate':
        if (mine(file)) this.#change(file, {length: numbers[1]});
        return mine(file);
      case 'truncate':
        if (mine(at(0))) this.#change(at(0), {length: numbers[1]});
        return mine(at(0));
      case 'fsync':
      case 'fdatasync':
        this.#find(file)?.sync();
        return mine(file);
      case 'rename':
      case 'renameat':
      case 'renameat2': {
        const [from, to] = [at(0), at(1)];
        if (!mine(from) && !mine(to)) return false;
        this.#step([to, this.#find(from)], [from, null]);
        return true;
      }
      case 'link':
      case 'linkat':
        if (!mine(at(1))) return false;
        this.#step([at(1), this.#find(at(0))]);
        return true;
      case 'unlink':
      case 'unlinkat':
      case 'rmdir':
        if (!mine(at(0))) return false;
        this.#step([at(0), null]);
        return true;
      case 'mkdir':
      case 'mkdirat':
        if (!mine(at(0))) return false;
        this.#step([at(0), new Folder()]);
        return true;
      default:
        if (handles.concat(quoted.map(String)).some(mine)) throw new Error(`a call of a kind that is not played: ${name}`);
        return false;
    }
  }

  /** Writes what is left after a cut now; `writes` and `names` choose which unsynced changes of a file and of a folder are kept. */
  leave(target, {writes, names}) {
    const made = new Map();
    const put = (folder, path) => {
      mkdirSync(path, {mode: 0o700});
      for (const [name, node] of folder.names(names(folder.pending))) {
        const here = join(path, name);
        if (node instanceof Folder) put(node, here);
        else if (made.has(node)) linkSync(made.get(node), here);
        else {
          writeFileSync(here, node.content(writes(node.pending)), {mode: 0o600});
          made.set(node, here);
        }
      }
    };
    put(this.tree, target);
  }
}
