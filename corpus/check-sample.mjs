#!/usr/bin/env node
// Checks that the sample keeps its promises before any test relies on them:
//
//   node corpus/check-sample.mjs            slips only; exit code 1 if there is one
//   node corpus/check-sample.mjs --remarks  also what deserves a second look
//
// 1. Every header is complete, and every record can be read on its paper.
// 2. Quoted phrases of `find` stand in the text; no query of `not_find` would match it.
// 3. Every file of the sample stands beside its expectation, and both are up to date.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plainLines } from './lib/layout.mjs';
import { ledgerExpectation, readLedgers } from './lib/ledger.mjs';
import { expectation, readManuscripts } from './lib/manuscript.mjs';
import { parcelExpectation, readParcels } from './lib/parcel.mjs';
import { checkPromises } from './lib/promises.mjs';
import { sidecars } from './lib/sample-folder.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const SAMPLE = here('sample');

const { manuscripts, problems } = readManuscripts(here('manuscripts'));
const { ledgers, problems: ledgerProblems } = readLedgers(here('ledgers'), 'so-tay');
const { parcels, problems: parcelProblems } = readParcels(here('parcels'), 'thu-tu');
const slips = [...problems, ...ledgerProblems, ...parcelProblems];
const remarks = [];

for (const manuscript of manuscripts) {
  const expected = expectation(manuscript);
  // The paper is held against its own header; a record handed over beside it may say otherwise.
  const fields = Object.fromEntries(Object.entries(manuscript.header).filter(([, value]) => value));
  note(manuscript.name, checkPromises({ ...expected, fields, lines: plainLines(manuscript.body) }));
  expectUpToDate(manuscript.header.file, expected);
}
for (const ledger of ledgers) {
  const expected = ledgerExpectation(ledger);
  ledger.documents.forEach(({ header, body }, at) => {
    // A ledger's record carries what a paper would have in its letterhead.
    const lines = [body, header.title, header.type, header.symbol, header.issuer, dayInWords(header.date)].flatMap((part) => part.split('\n'));
    note(`${ledger.name}, ${header.id}`, checkPromises({ ...expected.documents[at], lines }));
  });
  expectUpToDate(ledger.file, expected);
}
for (const parcel of parcels) {
  const expected = parcelExpectation(parcel);
  parcel.documents.forEach(({ header, body }, at) => {
    // A letter's head is part of its text.
    const head = header.name ? [] : [header.title, header.from, header.to, dayInWords(header.date)];
    note(`${parcel.name}, ${header.name ?? 'letter'}`, checkPromises({ ...expected.documents[at], lines: [...head, ...plainLines(body)] }));
  });
  expectUpToDate(parcel.file, expected);
}
for (const file of filesBelow('')) if (!existsSync(join(SAMPLE, sidecars(file).expect))) slips.push(`sample/${file}: no expectation beside it`);

for (const slip of slips) console.error(slip);
if (process.argv.includes('--remarks')) for (const remark of remarks) console.log(`remark: ${remark}`);
console.log(`${manuscripts.length} manuscripts, ${ledgers.length} ledgers: ${slips.length} slips, ${remarks.length} remarks`);
process.exitCode = slips.length ? 1 : 0;

function note(name, found) {
  slips.push(...found.slips.map((slip) => `${name}: ${slip}`));
  remarks.push(...found.remarks.map((remark) => `${name}: ${remark}`));
}

function expectUpToDate(file, expected) {
  const path = join(SAMPLE, sidecars(file).expect);
  if (!existsSync(join(SAMPLE, file)) || !existsSync(path)) slips.push(`sample/${file}: not made; run make-sample.mjs`);
  else if (readFileSync(path, 'utf8').trim() !== JSON.stringify(expected, null, 2)) slips.push(`sample/${file}: its expectation is out of date; run make-sample.mjs`);
}

function filesBelow(folder) {
  if (!existsSync(SAMPLE)) return [];
  return readdirSync(join(SAMPLE, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return filesBelow(path);
    return /\.(expect|meta)\.json$/.test(entry.name) ? [] : [path];
  });
}

function dayInWords(date) {
  const [year, month, day] = date.split('-').map(Number);
  return `ngày ${day} tháng ${month} năm ${year}`;
}
