// The built programs as a user runs them: an archive in a temporary home, a daemon on a free port of this machine.

import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';

if (!process.env.VANKIEN_BUILD) throw new Error('VANKIEN_BUILD must name the build directory');
export const build = process.env.VANKIEN_BUILD;
const program = (name) => join(build, 'bin', name);

/** Keys of the daemon under test, by the clearance they give; there once it has started. */
export const keys = {};

/**
 * Collects what is to be undone at the end of a module or a test, last done first undone. Call it outside of hooks:
 *   const undo = cleaner(after);   …   undo(() => browser.close());
 */
export function cleaner(after) {
  const steps = [];
  after(async () => {
    for (const step of steps.reverse()) await step();
  });
  return (step) => steps.push(step);
}

/** A folder that is removed at the end. */
export function temporaryFolder(undo) {
  const folder = mkdtempSync(join(tmpdir(), 'vankien-e2e-'));
  undo(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

/** Runs the indexer to its end; throws with its last words if it fails. */
export async function reindex(source, home) {
  const child = spawn(program('vankien-indexer'), ['reindex', source, '--home', home], {stdio: ['ignore', 'pipe', 'pipe']});
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (words = (words + data).slice(-4000)));
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`vankien-indexer ended with ${status}:\n${words}`);
  return words;
}

/** The generation that is published in a home. */
export const currentGeneration = (home) => readFileSync(join(home, 'CURRENT'), 'utf8').trim();

/**
 * A config file with a fresh key for each clearance, made as an administrator makes them. Those of `writers`, too, have a
 * key, which may write: keys['write-mat'].
 */
export function writeConfig(folder, writers = []) {
  const makeKey = (name, clearance, ...flags) => {
    const words = execFileSync(program('vankien-searchd'), ['new-key', '--name', name, '--clearance', clearance, ...flags], {encoding: 'utf8'});
    keys[name] = /^ {4}(\S+)$/m.exec(words)[1];
    return words.slice(words.indexOf('[[keys]]'));
  };
  const sections = [
    ...['internal', 'mat', 'tuyet-mat'].map((clearance) => makeKey(clearance, clearance)),
    ...writers.map((clearance) => makeKey(`write-${clearance}`, clearance, '--write')),
  ];
  const file = join(folder, 'vankien.toml');
  // A slow machine is no slow client: an export that a test lets wait must not be cut off.
  const patience = 'receive_seconds = 600\nsend_seconds = 600\n';
  writeFileSync(file, [patience, ...sections].join('\n'), {mode: 0o600});
  return file;
}

/** Starts the indexer that takes in what is handed over: {stop, exited, pid}, as of startServer. */
export function startSpool(home, undo) {
  const child = spawn(program('vankien-indexer'), ['spool', '--home', home], {stdio: ['ignore', 'ignore', 'inherit']});
  const exited = once(child, 'close').then(([status, signal]) => signal ?? status);
  const stop = () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    return exited;
  };
  undo(stop);
  return {pid: child.pid, stop, exited};
}

/** Runs a command of the indexer to its end; its words. */
export const runIndexer = (...args) => execFileSync(program('vankien-indexer'), args, {encoding: 'utf8'});

/** Starts the daemon and waits until it listens: {url, stop, exited, pid}. `stop` sends SIGTERM and returns the exit status. */
export async function startServer(home, undo, config = writeConfig(temporaryFolder(undo))) {
  const options = ['--home', home, '--listen', '127.0.0.1:0', '--config', config];
  const child = spawn(program('vankien-searchd'), options, {stdio: ['ignore', 'pipe', 'pipe']});
  let complaints = '';
  child.stderr.on('data', (data) => (complaints = (complaints + data).slice(-4000)));
  const exited = once(child, 'close').then(([status, signal]) => signal ?? status);
  const url = await new Promise((resolve, reject) => {
    createInterface({input: child.stdout}).on('line', (line) => {
      const match = /^listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(line);
      if (match) resolve(match[1]);
    });
    child.on('error', reject);
    exited.then((status) => reject(new Error(`vankien-searchd ended with ${status}:\n${complaints}`)));
  });
  const stop = () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    return exited;
  };
  undo(stop);
  return {url, pid: child.pid, stop, exited};
}
