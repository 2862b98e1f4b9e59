// Asks the peer: the answers of bench_plain_xapian, in the shape of askAll.

import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {keptFolder, plainProgram} from './archives.mjs';

/** For each text {hits: the first 50, milliseconds}. The texts hold no line feed. */
export function askPlain(database, texts) {
  const folder = mkdtempSync(join(keptFolder, 'run-'));
  const [queries, run] = [join(folder, 'queries'), join(folder, 'run')];
  try {
    writeFileSync(queries, texts.map((text, at) => `${at}\t${text}\n`).join(''));
    execFileSync(plainProgram, ['run', database, queries, run]);
    const lines = readFileSync(run, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => {
      const [, milliseconds, ...ids] = line.split('\t');
      return {hits: ids.map((id) => ({id})), total: ids.length, milliseconds: Number(milliseconds)};
    });
  } finally {
    rmSync(folder, {recursive: true});
  }
}
