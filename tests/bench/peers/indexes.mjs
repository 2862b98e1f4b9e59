// Where the indexes of a run are, and how they are made.

import {existsSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {run} from './measured.mjs';

const folderOf = (engine, documents) => join(documents.folder, 'indexes', engine.name);

/** Writes what the engine reads, so that no clock runs meanwhile. */
export async function prepare(engine, documents) {
  const folder = folderOf(engine, documents);
  mkdirSync(folder, {recursive: true});
  await engine.index(documents, folder);
}

/** Builds anew: {wall, cpu (seconds), peak, bytes}. */
export async function build(engine, documents) {
  const folder = folderOf(engine, documents);
  for (const old of [folder, `${folder}.whole`]) rmSync(old, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  const sum = {wall: 0, cpu: 0, peak: 0};
  for (const command of await engine.index(documents, folder)) {
    const {wall, cpu, peak} = await run(command);
    sum.wall += wall;
    sum.cpu += cpu;
    sum.peak = Math.max(sum.peak, peak);
  }
  writeFileSync(`${folder}.whole`, '');
  return {...sum, bytes: engine.bytes(folder)};
}

/** The folder of an engine's index of the documents, built if the index part has not. */
export async function indexOf(engine, documents) {
  const folder = folderOf(engine, documents);
  if (!existsSync(`${folder}.whole`)) await build(engine, documents);
  return folder;
}
