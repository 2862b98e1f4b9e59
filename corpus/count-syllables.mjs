#!/usr/bin/env node
// Counts the words of the manuscripts and ledgers, for the table by which analyzers/legacy tells a likely reading from an unlikely one:
//
//   node corpus/count-syllables.mjs > analyzers/data/syllable_counts.inc
//
// Words of Vietnamese letters only, small, in NFC; those that stand at least twice.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from './lib/manuscript.mjs';

const LETTERS = /[a-zàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]+/gu;
const LEAST = 2;

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const texts = (folder, read) => readdirSync(here(folder)).sort().map((name) => read(readFileSync(here(`${folder}/${name}`), 'utf8'), name));

const counts = new Map();
let words = 0;
for (const text of [...texts('manuscripts', (content, name) => parse(content, name).body), ...texts('ledgers', (content) => content.replace(/^[a-z_]+:/gmu, ' '))])
  for (const word of text.normalize('NFC').toLowerCase().match(/\p{L}+/gu) ?? []) {
    if (word.match(LETTERS)?.[0] !== word) continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    ++words;
  }

const rows = [...counts].filter(([, count]) => count >= LEAST).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
const lines = [];
for (const [word, count] of rows) {
  const entry = `{U"${word}", ${count}}, `;
  if (!lines.length || lines[lines.length - 1].length + entry.length > 108) lines.push('    ');
  lines[lines.length - 1] += entry;
}
console.log(`// How often words stand in official Vietnamese. Source: the manuscripts of this project's own sample archive
// (${words} words; those that stand ${LEAST} times or more). Made by corpus/count-syllables.mjs.
// clang-format off
constexpr unsigned kCountedWords = ${words};
constexpr CountedSyllable kSyllableCounts[] = {
${lines.map((line) => line.trimEnd()).join('\n')}
};
// clang-format on`);
