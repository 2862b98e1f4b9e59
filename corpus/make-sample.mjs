#!/usr/bin/env node
// Makes the sample archive out of the manuscripts:
//
//   node corpus/make-sample.mjs
//
// Each file stands beside its <file>.expect.json, and its <file>.meta.json if the manuscript has
// one. Only what changed is written; a bad manuscript is named and the others are made.
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { ledgerExpectation, ledgerLines, readLedgers } from './lib/ledger.mjs';
import { expectation, readManuscripts } from './lib/manuscript.mjs';
import { officePaper } from './lib/office-paper.mjs';
import { convert } from './lib/office-run.mjs';
import { scanned } from './lib/scanned.mjs';
import { parcelBytes, parcelExpectation, readParcels } from './lib/parcel.mjs';
import { SampleFolder, sidecars } from './lib/sample-folder.mjs';
import { textFile } from './lib/text-file.mjs';
import { webPage } from './lib/web-page.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const OFFICE = new Set(['docx', 'doc', 'rtf', 'odt', 'pdf']);

const { manuscripts, problems } = readManuscripts(here('manuscripts'));
const { ledgers, problems: slips } = readLedgers(here('ledgers'), 'so-tay');
const { parcels, problems: parcelSlips } = readParcels(here('parcels'), 'thu-tu');
problems.push(...slips, ...parcelSlips);

const sample = new SampleFolder(here('sample'), here('made.json'));
const papers = [];
for (const manuscript of manuscripts) {
  const { file, meta, scan } = manuscript.header;
  const format = file.slice(file.lastIndexOf('.') + 1);
  if (format === 'txt') sample.put(file, textFile(manuscript));
  if (format === 'html') sample.put(file, webPage(manuscript));
  // A scan has no source of its own: what makes it otherwise than the paper is told behind it.
  if (OFFICE.has(format)) papers.push({ file, format, scan, source: officePaper(manuscript, format) + (scan ? `<!-- scan ${scan} -->` : '') });
  sample.putJson(sidecars(file).expect, expectation(manuscript));
  if (meta) sample.putJson(sidecars(file).meta, JSON.parse(meta));
}
for (const ledger of ledgers) {
  const lines = ledgerLines(ledger);
  // Compressors differ between machines: the lines tell whether anything changed.
  if (!sample.isMade(ledger.file, lines)) sample.put(ledger.file, ledger.file.endsWith('.gz') ? gzipSync(lines) : lines, lines);
  sample.putJson(sidecars(ledger.file).expect, ledgerExpectation(ledger));
}

for (const parcel of parcels) {
  sample.put(parcel.file, parcelBytes(parcel));
  sample.putJson(sidecars(parcel.file).expect, parcelExpectation(parcel));
}

const changed = papers.filter(({ file, source }) => !sample.isMade(file, source));
convert(changed).forEach((content, at) => {
  const { file, source, scan } = changed[at];
  sample.put(file, scan ? scanned(content, Number(scan)) : content, source);
});

sample.finish({ complete: problems.length === 0 });

const documents = [...ledgers, ...parcels].reduce((sum, ledger) => sum + ledger.documents.length, manuscripts.length);
console.log(`${documents} documents; ${sample.written.length} files written, ${sample.removed.length} removed`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length ? 1 : 0;
