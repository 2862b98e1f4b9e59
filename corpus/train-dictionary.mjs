#!/usr/bin/env node
// Trains the dictionary by which stored records are packed (analyzers/schema/packed_text.h), on exported archives of this project's own
// making; `zstd` must be installed. The dictionary is part of the index's format: another one is another kIndexFormat.
//
//   vankien-indexer reindex corpus/sample --home SAMPLE && vankien-indexer export --home SAMPLE > sample.jsonl
//   node corpus/generate.mjs --documents 150 --out load.jsonl, indexed and exported likewise
//   node corpus/train-dictionary.mjs sample.jsonl generated.jsonl > analyzers/data/record_dictionary.inc
//
// Of the first file fields and bodies are taken, of the others fields alone: generated bodies are no language.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DICTIONARY_BYTES = 32_768;
const PIECE = 1_200; // letters of a body
const LINE = 100;

const folder = mkdtempSync(join(tmpdir(), 'dictionary-'));
const samples = [];
process.argv.slice(2).forEach((file, number) => {
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { body, vankien_record: _mark, ...fields } = JSON.parse(line);
    samples.push(JSON.stringify(fields));
    if (number === 0) for (let at = 0; at < body.length; at += PIECE) samples.push(body.slice(at, at + PIECE));
  }
});
const names = samples.map((sample, i) => {
  const name = join(folder, String(i).padStart(6, '0'));
  writeFileSync(name, sample);
  return name;
});
execFileSync('zstd', ['-q', '--train', ...names, `--maxdict=${DICTIONARY_BYTES}`, '-o', join(folder, 'dictionary')], { stdio: ['ignore', 'ignore', 'inherit'] });
const bytes = readFileSync(join(folder, 'dictionary'));
rmSync(folder, { recursive: true });

/** The letter that begins at a byte, if it can stand in a source as it is. */
function letterAt(at) {
  for (const size of [1, 2, 3]) {
    const letter = bytes.subarray(at, at + size).toString('utf8');
    if (letter.length === 1 && letter !== '\uFFFD') return /^[\p{L}\p{N}\p{P}\p{S} ]$/u.test(letter) ? letter : undefined;
  }
  return undefined;
}

const lines = [''];
for (let at = 0; at < bytes.length;) {
  const letter = letterAt(at);
  const shown = letter === undefined ? `\\${bytes[at].toString(8).padStart(3, '0')}` : /["\\?]/.test(letter) ? `\\${letter}` : letter;
  if (lines.at(-1).length + shown.length > LINE) lines.push('');
  lines[lines.length - 1] += shown;
  at += letter === undefined ? 1 : Buffer.byteLength(letter);
}
console.log(`// What stored records have in common: fields and texts of this project's own sample archive, chosen by zstd's trainer, behind the
// frequencies it found. Made by corpus/train-dictionary.mjs. Part of the index's format: another one is another kIndexFormat.
// clang-format off
constexpr std::string_view kRecordDictionary{
${lines.map((line) => `    "${line}"`).join('\n')}
    , ${bytes.length}};
// clang-format on`);
