#!/usr/bin/env node
// Makes an archive of any size for load tests, the same one for the same arguments:
//
//   node corpus/generate.mjs --documents 10000 --seed 1 --out load.jsonl
//   node corpus/generate.mjs --documents 1000000 --out load.jsonl.gz
//   node corpus/generate.mjs --documents 5000 --files /tmp/archive
//
// Nothing in it means anything; its words, lengths, symbols, dates and citations are distributed
// as in a real archive. Progress and totals go to stderr.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { archive } from './lib/load/archive.mjs';
import { LineFile, TextFiles } from './lib/load/sinks.mjs';
import { WordChain, paragraphsOf } from './lib/load/word-chain.mjs';
import { readManuscripts } from './lib/manuscript.mjs';

const USAGE = 'usage: node corpus/generate.mjs --documents N [--seed N] (--out FILE.jsonl[.gz] | --files DIR)';

const { documents, seed, out, files } = readArguments();
const { manuscripts } = readManuscripts(fileURLToPath(new URL('manuscripts', import.meta.url)));
const chain = new WordChain(paragraphsOf(manuscripts));
console.error(`learnt ${chain.size} word pairs from ${manuscripts.length} manuscripts`);

const sinks = [out && new LineFile(out), files && new TextFiles(files)].filter(Boolean);
const start = performance.now();
let made = 0;
for (const record of archive({ documents, seed, chain })) {
  for (const sink of sinks) await sink.write(record);
  if (++made % 50_000 === 0) report('so far');
}
for (const sink of sinks) await sink.close();
report('done');

function report(when) {
  const seconds = (performance.now() - start) / 1000;
  const megabytes = sinks[0].bytes / 1e6;
  console.error(`${when}: ${made} documents, ${megabytes.toFixed(1)} MB, ${(megabytes / seconds).toFixed(1)} MB/s, ` +
    `${((megabytes * 1000) / made).toFixed(2)} KB each, ${Math.round(process.memoryUsage().rss / 1e6)} MB of memory`);
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: { documents: { type: 'string' }, seed: { type: 'string', default: '1' }, out: { type: 'string' }, files: { type: 'string' } },
    });
    const numbers = { documents: Number(values.documents), seed: Number(values.seed) };
    if (!(numbers.documents > 0) || !Number.isInteger(numbers.documents) || !Number.isInteger(numbers.seed)) throw new Error('--documents and --seed are whole numbers');
    if (!values.out && !values.files) throw new Error('nowhere to write to');
    return { ...values, ...numbers };
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`);
    process.exit(2);
  }
}
